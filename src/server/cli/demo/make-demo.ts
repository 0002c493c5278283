import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { logAction } from '../../accounts/audit-log.ts'
import { assembleApp } from '../../assemble.ts'
import { createMunicipality } from '../../registry/municipality.ts'
import { importUnits } from '../../registry/import-units.ts'
import { closeRound } from '../../release/close-round.ts'
import type { Stores } from '../../store/stores.ts'
import { type OpenedDemo, contributeAll, openDemoRound } from './demo-round.ts'
import type { DemoNotes } from './demo-notes.ts'
import { municipalityName, municipalityProfile, slipUnit, units } from './fjordvik.ts'

export type DemoSurroundings = { readonly stores: Stores; readonly publicOrigin: string; readonly clock: () => Date }

type LastYear = { readonly municipality: string; readonly released: string }

const day = 86_400_000

/** Rounds close in the afternoon, at a time that reads well. */
function afternoonOf(date: Date): Date {
  return new Date(new Date(date).setUTCHours(14, 0, 0, 0))
}

function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * day)
}

/** A server for the demo's devices, at the time they live in. */
function appAt(clock: () => Date, stores: Stores, publicOrigin: string): FastifyInstance {
  const log = (): void => undefined
  return assembleApp({ stores, clock, random: randomBytes, log, publicOrigin, collectorOrigin: publicOrigin, trustProxy: [] })
}

async function registerFjordvik(issuer: Stores['issuer'], now: Date): Promise<string> {
  const municipality = await issuer.transaction(async (sql) => {
    const { id } = await createMunicipality(sql, municipalityName, municipalityProfile)
    await logAction(sql, id, { who: 'operator', action: 'municipality-created', detail: {} }, now)
    return id
  })
  const rows = units.map(({ unit, name, sector }) => `${unit},${name},${sector}`)
  const file = Buffer.from(`unit,name,sector\n${rows.join('\n')}\n`)
  const imported = await importUnits(issuer, { municipality, file, skipFaulty: false, who: 'operator' }, now)
  if (!imported.ok || imported.value.imported !== units.length) throw new Error('the demo units could not be imported')
  return municipality
}

/** Opens, answers, closes and releases last year's round. */
async function playLastYear({ stores, publicOrigin, clock }: DemoSurroundings): Promise<LastYear> {
  const now = clock()
  const closes = afternoonOf(daysFrom(now, -350))
  const app = appAt(() => daysFrom(now, -370), stores, publicOrigin)
  const municipality = await registerFjordvik(stores.issuer, daysFrom(now, -400))
  const parts = { stores, app, publicOrigin, municipality }
  const opened = await openDemoRound(parts, { opens: daysFrom(now, -380), closes })
  await contributeAll(app, opened, ({ before }) => before, 2025)
  await app.close()
  const { round } = opened.round
  const released = await closeRound({ stores, clock: () => closes }, round, 'operator')
  if (!released.ok) throw new Error(`the demo round could not be released: ${released.error.kind}`)
  return { municipality, released: round }
}

/** This year's round: open for some weeks yet, and some have contributed. */
async function playThisYear({ stores, publicOrigin, clock }: DemoSurroundings, municipality: string): Promise<OpenedDemo> {
  const now = clock()
  const app = appAt(() => daysFrom(now, -3), stores, publicOrigin)
  const opened = await openDemoRound(
    { stores, app, publicOrigin, municipality },
    { opens: daysFrom(now, -9), closes: afternoonOf(daysFrom(now, 24)) },
  )
  await contributeAll(app, opened, ({ sofar }) => sofar, 2026)
  await app.close()
  return opened
}

/**
 * Makes the invented municipality of Fjordvik through the same code, the same interface and the same crypto as a real one,
 * only that its clock runs through a year in seconds.
 */
export async function makeDemo(surroundings: DemoSurroundings): Promise<DemoNotes> {
  const { municipality, released } = await playLastYear(surroundings)
  const { round, codes } = await playThisYear(surroundings, municipality)
  const keyId = round.units.find(({ unit }) => unit === slipUnit)?.keyId ?? ''
  return { municipality, released, open: round.round, unit: slipUnit, keyId, codes: codes.get(slipUnit) ?? [] }
}
