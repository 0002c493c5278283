import type { Assessment } from '../../src/domain/assessment/assessment.ts'
import type { Goal } from '../../src/domain/plan/goals.ts'
import type { Participation } from '../../src/protocol/participation.ts'
import type { PeilDatabase } from '../../src/storage/database.ts'

/** What one person has on a tablet, and what a backup of it is locked with. */

export const passphrase = 'måke lykt båt furu'
export const madeAt = '2026-11-22T08:00:00.000Z'

const given = (step: 0 | 1 | 2 | 3 | 4) => ({ answer: { kind: 'step', step }, version: 1 }) as const

export const finished: Assessment = {
  ...{ id: 'a1', sector: 'skole', tier: 'teacher', instrumentVersion: '2026.1', modules: ['privacy'] },
  ...{ startedAt: '2026-10-01T08:00:00.000Z', changedAt: '2026-10-01T08:20:00.000Z', finishedAt: '2026-10-01T08:20:00.000Z' },
  ...{ predictions: { '1': 2 }, predictedAt: '2026-10-01T08:01:00.000Z' },
  answers: { 'skole.1.a': given(2), 'skole.1.b': { answer: { kind: 'skipped' }, version: 1 } },
  ...{ confidence: { '1': 'sure' }, vignettes: {}, notes: { 'skole.1.a': 'spør Måke' } },
}

export const underWay: Assessment = {
  ...{ id: 'a2', sector: 'skole', tier: 'teacher', instrumentVersion: '2026.1', modules: ['privacy', 'ai'] },
  ...{ startedAt: '2026-11-20T08:00:00.000Z', changedAt: '2026-11-20T08:05:00.000Z' },
  ...{ predictions: {}, answers: { 'skole.1.a': given(3) }, confidence: {}, vignettes: {}, notes: {} },
}

export const goal: Goal = {
  ...{ id: 'g1', dimension: '3', when: 'Når jeg planlegger', then: 'så spør jeg først', lookBackOn: '2026-12-11' },
  ...{ status: 'going-on', createdAt: '2026-10-01T08:30:00.000Z' },
}

const place = { round: 'A'.repeat(22), unit: 'solstrala', dueAt: '2026-11-20T08:00:00.000Z' }
const token = { t: 'A'.repeat(43), s: 'A'.repeat(342), keyId: 'A'.repeat(43) }
const version = { tier: '-', values: '0123', r: 'A'.repeat(43) }
const acknowledged = { version, body: '{}', incarnation: 'one' }

export const joined: Participation = { ...place, token, id: 'p-joined', stage: 'joined' }
export const waiting: Participation = {
  ...{ ...place, token, id: 'p-waiting', stage: 'waiting', version },
  ...{ body: '{}', hurry: false, attempted: false },
}
export const changed: Participation = { ...waiting, id: 'p-changed', replaces: acknowledged }
export const gone: Participation = { ...waiting, id: 'p-gone', attempted: true }

export async function fill(database: PeilDatabase): Promise<void> {
  await database.table('assessments').bulkPut([finished, underWay])
  await database.table('plans').put({ id: 'own', goals: [goal] })
  await database.table('participations').bulkPut([joined, waiting, changed, gone])
  await database.table('settings').bulkPut([
    { key: 'language', value: 'sv' },
    { key: 'colorScheme', value: 'dark' },
    { key: 'installHelp', value: 'put-away' },
  ])
}

/** Everything in the tables of a person, as it lies there. */
export async function everythingIn(database: PeilDatabase): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = ['assessments', 'plans', 'participations', 'settings'].map(
    async (name) => [name, await database.table<unknown>(name).toArray()] as const,
  )
  return Object.fromEntries(await Promise.all(tables))
}
