import type { Dimension, Step, Tier } from '../../../domain/instrument/instrument.ts'
import type { UnitSector } from '../../../protocol/ids.ts'

/** Everything in Fjordvik is invented, and its names say so wherever they are shown. */
export const municipalityName = 'Fjordvik kommune (oppdiktet)'
/** A real plan that covers kindergartens, schools and after-school programmes, as Fjordvik does. */
export const municipalityProfile = 'lillestrom'
export function titleOf(closes: Date): string {
  return `Vår digitale praksis ${closes.getUTCFullYear()} (oppdiktet)`
}

type Heads = Readonly<Partial<Record<Tier, number>>>
export type DemoUnit = {
  readonly unit: string
  readonly name: string
  readonly sector: UnitSector
  readonly headcount: Heads
  /** How many of them contributed last year. */
  readonly before: Heads
  /** How many have done so this year. */
  readonly sofar: Heads
}

/** The unit whose slips the demo hands out, and the one whose leader it signs in. */
export const slipUnit = 'solstraala'
export const leaderUnit = 'granli'

/** Some units have fewer than five people and stay hidden; two are large enough for separate tiers. */
export const units: readonly DemoUnit[] = [
  {
    unit: 'solstraala',
    name: 'Solstråla barnehage',
    sector: 'barnehage',
    headcount: { practice: 9, teacher: 5 },
    before: { practice: 7, teacher: 5 },
    sofar: { practice: 2, teacher: 3 },
  },
  {
    unit: 'bekken',
    name: 'Bekken barnehage',
    sector: 'barnehage',
    headcount: { practice: 5, teacher: 4 },
    before: { practice: 4, teacher: 4 },
    sofar: { practice: 1, teacher: 2 },
  },
  {
    unit: 'lia',
    name: 'Lia barnehage',
    sector: 'barnehage',
    headcount: { practice: 2, teacher: 2 },
    before: { practice: 2, teacher: 2 },
    sofar: {},
  },
  {
    unit: 'granli',
    name: 'Granli barnehage',
    sector: 'barnehage',
    headcount: { practice: 18, teacher: 6 },
    before: { practice: 17, teacher: 6 },
    sofar: { practice: 8, teacher: 4 },
  },
  {
    unit: 'aasly',
    name: 'Åsly barnehage',
    sector: 'barnehage',
    headcount: { practice: 4, teacher: 3 },
    before: { practice: 3, teacher: 3 },
    sofar: { practice: 3, teacher: 3 },
  },
  {
    unit: 'fjord',
    name: 'Fjord skole',
    sector: 'skole',
    headcount: { practice: 12, teacher: 18 },
    before: { practice: 10, teacher: 15 },
    sofar: { practice: 2, teacher: 6 },
  },
  {
    unit: 'sentrum',
    name: 'Sentrum skole',
    sector: 'skole',
    headcount: { practice: 10, teacher: 30 },
    before: { practice: 7, teacher: 24 },
    sofar: { practice: 1, teacher: 4 },
  },
  {
    unit: 'aas',
    name: 'Ås skole',
    sector: 'skole',
    headcount: { practice: 5, teacher: 15 },
    before: { practice: 3, teacher: 11 },
    sofar: { teacher: 2 },
  },
  { unit: 'vika', name: 'Vika skole', sector: 'skole', headcount: { teacher: 3 }, before: { teacher: 3 }, sofar: { teacher: 1 } },
  { unit: 'nes-sfo', name: 'Nes SFO', sector: 'sfo', headcount: { practice: 3 }, before: { practice: 3 }, sofar: { practice: 1 } },
  {
    unit: 'elvebakken-sfo',
    name: 'Elvebakken SFO',
    sector: 'sfo',
    headcount: { practice: 8 },
    before: { practice: 7 },
    sofar: { practice: 5 },
  },
  { unit: 'sentrum-sfo', name: 'Sentrum SFO', sector: 'sfo', headcount: { practice: 11 }, before: { practice: 9 }, sofar: { practice: 3 } },
  {
    unit: 'styrere',
    name: 'Styrere i Fjordvik',
    sector: 'leaders-barnehage',
    headcount: { leader: 5 },
    before: { leader: 5 },
    sofar: { leader: 2 },
  },
  {
    unit: 'rektorer',
    name: 'Rektorer i Fjordvik',
    sector: 'leaders-skole',
    headcount: { leader: 7 },
    before: { leader: 6 },
    sofar: { leader: 1 },
  },
]

const target = { practice: 2, teacher: 3, leader: 3, owner: 2 } as const
export const targets: Readonly<Partial<Record<Dimension, Readonly<Record<Tier, Step>>>>> = {
  '1': target,
  '2': target,
  '3': target,
  '4': target,
  '5': { practice: 2, teacher: 2, leader: 3, owner: 2 },
  '6': target,
  '7': { practice: 1, teacher: 2, leader: 3, owner: 2 },
  privacy: { practice: 2, teacher: 3, leader: 3, owner: 3 },
}

/**
 * Where the invented staff stand on average: strong in leading play and learning together (5), weak in ethics (3) and
 * in privacy. Teachers stand somewhat higher than practice staff, but not in area 5.
 */
export const standing: Readonly<Partial<Record<Dimension, Readonly<Record<Tier, number>>>>> = {
  '1': { practice: 2, teacher: 3, leader: 3, owner: 2 },
  '2': { practice: 1.9, teacher: 2.7, leader: 2.9, owner: 2 },
  '3': { practice: 1, teacher: 1.8, leader: 2.1, owner: 2 },
  '4': { practice: 2.1, teacher: 3.1, leader: 3.1, owner: 2 },
  '5': { practice: 3.1, teacher: 3.2, leader: 3.6, owner: 3 },
  '6': { practice: 2.3, teacher: 2.9, leader: 3.4, owner: 2 },
  '7': { practice: 1.7, teacher: 2.3, leader: 3.2, owner: 2 },
  privacy: { practice: 1.2, teacher: 2, leader: 2.6, owner: 2 },
}

/** In one small kindergarten half the staff found this area not relevant: too few values to show it. */
export const skippedIn = { unit: 'bekken', dimension: '6', people: 4 } as const
