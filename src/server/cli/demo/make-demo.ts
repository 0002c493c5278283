import { randomBytes } from 'node:crypto'
import { logAction } from '../../accounts/audit-log.ts'
import { assembleApp } from '../../assemble.ts'
import { createMunicipality } from '../../registry/municipality.ts'
import { importUnits } from '../../registry/import-units.ts'
import { closeRound } from '../../release/close-round.ts'
import type { Stores } from '../../store/stores.ts'
import { type DemoParts, type OpenedDemo, contributeAll, openDemoRound } from './demo-round.ts'
import type { DemoNotes } from './demo-notes.ts'
import { municipalityName, slipUnit, units } from './fjordvik.ts'

export type DemoSurroundings = { readonly stores: Stores; readonly publicOrigin: string; readonly clock: () => Date }

const day = 86_400_000

function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * day)
}

async function registerFjordvik({ stores: { issuer } }: DemoSurroundings, now: Date): Promise<string> {
  const municipality = await issuer.transaction(async (sql) => {
    const { id } = await createMunicipality(sql, municipalityName)
    await logAction(sql, id, { who: 'operator', action: 'municipality-created', detail: {} }, now)
    return id
  })
  const rows = units.map(({ unit, name, sector }) => `${unit},${name},${sector}`)
  const file = Buffer.from(`unit,name,sector\n${rows.join('\n')}\n`)
  const imported = await importUnits(issuer, { municipality, file, skipFaulty: false, who: 'operator' }, now)
  if (!imported.ok || imported.value.imported !== units.length) throw new Error('the demo units could not be imported')
  return municipality
}

/** Last year's round: opened, answered, closed and released. */
async function playLastYear(parts: DemoParts, now: Date, setClock: (at: Date) => void): Promise<string> {
  const times = { opens: daysFrom(now, -380), closes: daysFrom(now, -350), seed: 2025 }
  setClock(daysFrom(now, -370))
  const opened = await openDemoRound(parts, times)
  await contributeAll(parts.app, opened, ({ before }) => before, times.seed)
  const { round } = opened.round
  const released = await closeRound({ stores: parts.stores, clock: () => times.closes }, round, 'operator')
  if (!released.ok) throw new Error(`the demo round could not be released: ${released.error.kind}`)
  return round
}

/** This year's round: open for some weeks yet, and some have contributed. */
async function playThisYear(parts: DemoParts, now: Date, setClock: (at: Date) => void): Promise<OpenedDemo> {
  const times = { opens: daysFrom(now, -9), closes: daysFrom(now, 24), seed: 2026 }
  setClock(daysFrom(now, -3))
  const opened = await openDemoRound(parts, times)
  await contributeAll(parts.app, opened, ({ sofar }) => sofar, times.seed)
  return opened
}

/**
 * Makes the invented municipality of Fjordvik through the same code, the same interface and the same crypto as a real one,
 * only that its clock runs through a year in seconds.
 */
export async function makeDemo(surroundings: DemoSurroundings): Promise<DemoNotes> {
  const { stores, publicOrigin, clock } = surroundings
  const now = clock()
  let at = now
  const setClock = (time: Date): void => {
    at = time
  }
  const app = assembleApp({
    stores,
    clock: () => at,
    random: randomBytes,
    log: () => undefined,
    publicOrigin,
    collectorOrigin: publicOrigin,
    trustProxy: [],
  })
  try {
    const municipality = await registerFjordvik(surroundings, daysFrom(now, -400))
    const parts = { stores, app, publicOrigin, municipality }
    const released = await playLastYear(parts, now, setClock)
    const { round, codes } = await playThisYear(parts, now, setClock)
    const keyId = round.units.find(({ unit }) => unit === slipUnit)?.keyId ?? ''
    return { municipality, released, open: round.round, unit: slipUnit, keyId, codes: codes.get(slipUnit) ?? [] }
  } finally {
    await app.close()
  }
}
