import { randomBytes } from 'node:crypto'
import { type FrozenRound, roundsIn } from '../../../src/server/issuer/rounds.ts'
import { openRound } from '../../../src/server/issuer/open-round.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { saveUnits } from '../../../src/server/registry/units.ts'
import type { Stores } from '../../../src/server/store/stores.ts'

/** A round that is open, and the codes of its slips by unit. */
export type OpenRound = { readonly frozen: FrozenRound; readonly codes: ReadonlyMap<string, readonly string[]> }

const clock = () => new Date()
const fourWeeks = 28 * 86_400_000

/** Eleven dimensions: the seven areas and four more parts. */
const modules = ['privacy', 'basic-it', 'ai', 'screen'] as const

/** Half are teachers, so that contributions carry a tier as they do where the staff is large enough. */
function headcountOf(people: number): { readonly practice: number; readonly teacher: number } {
  const teacher = Math.floor(people / 2)
  return { practice: people - teacher, teacher }
}

/** A municipality with so many units, and a round in which all of them take part: made as an owner makes it. */
export async function openMunicipality(stores: Stores, units: number, peoplePerUnit: number): Promise<OpenRound> {
  const { issuer } = stores
  const municipality = await createMunicipality(issuer, `Kommune med ${units} enheter`)
  const entries = Array.from({ length: units }, (_, at) => ({ unit: `unit-${at}`, name: `Enhet ${at}`, sector: 'barnehage' as const }))
  await saveUnits(issuer, municipality.id, entries)
  const opened = await openRound(
    { issuer, clock, random: randomBytes, publicOrigin: 'http://localhost' },
    {
      title: 'Høsten',
      municipality: municipality.id,
      closes: new Date(Date.now() + fourWeeks).toISOString(),
      modules: [...modules],
      units: entries.map(({ unit }) => ({ unit, headcount: headcountOf(peoplePerUnit) })),
    },
  )
  if (!opened.ok) throw new Error(`the round could not be opened: ${opened.error.kind}`)
  const found = await roundsIn(issuer)(opened.value.round)
  if (found === undefined) throw new Error('the round that was opened is not there')
  return { frozen: found.frozen, codes: new Map(opened.value.units.map(({ unit, codes }) => [unit, codes])) }
}
