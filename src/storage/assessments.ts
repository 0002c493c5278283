import { type Assessment, addModules, startAssessment } from '../domain/assessment/assessment.ts'
import type { Instrument, Module, Tier } from '../domain/instrument/instrument.ts'
import { haveSamePacks } from '../domain/instrument/own-pack.ts'
import { type Result, fail, ok } from '../domain/result.ts'
import { assessment as schema } from '../protocol/assessment.ts'
import type { PeilDatabase } from './database.ts'
import { type StorageRefusal, onDeviceAgain } from './refusals.ts'

export type ChangeRefusal = StorageRefusal | { readonly kind: 'missing' }
/** Another assessment with answers is under way: for another sector or role, or with other questions. */
export type StartRefusal = StorageRefusal | { readonly kind: 'other-under-way'; readonly assessment: Assessment }

/** A record no version of Peil could have written is left alone, and treated as not there. */
function read(stored: unknown): readonly Assessment[] {
  const parsed = schema.safeParse(stored)
  return parsed.success ? [parsed.data] : []
}

/** Newest first. */
export async function listAssessments(database: PeilDatabase): Promise<readonly Assessment[]> {
  return (await database.assessments.orderBy('startedAt').reverse().toArray()).flatMap(read)
}

/** The one started last, finished or not. One that cannot be read does not hide those before it. */
export async function currentAssessment(database: PeilDatabase): Promise<Assessment | undefined> {
  return read(await database.assessments.orderBy('startedAt').last())[0] ?? (await newest(database, 1, () => true))[0]
}

/** The last finished ones, newest first. */
export function finishedAssessments(database: PeilDatabase, most: number): Promise<readonly Assessment[]> {
  return newest(database, most, ({ finishedAt }) => finishedAt !== undefined)
}

/** Reads no more of the history than it must. */
async function newest(database: PeilDatabase, most: number, counts: (assessment: Assessment) => boolean): Promise<readonly Assessment[]> {
  const oldestFirst = await database.assessments.orderBy('startedAt').primaryKeys()
  const found: Assessment[] = []
  for (const id of oldestFirst.toReversed()) {
    if (found.length === most) break
    const assessment = await findAssessment(database, id)
    if (assessment && counts(assessment)) found.push(assessment)
  }
  return found
}

export async function findAssessment(database: PeilDatabase, id: string): Promise<Assessment | undefined> {
  return read(await database.assessments.get(id))[0]
}

/** Reads, decides and writes in one transaction, so that two quick taps, or two tabs, never overwrite each other. */
export async function changeAssessment<Refusal>(
  database: PeilDatabase,
  id: string,
  decide: (assessment: Assessment) => Result<Assessment, Refusal>,
): Promise<Result<Assessment, Refusal | ChangeRefusal>> {
  const done = await onDeviceAgain(database, () =>
    database.transaction('rw', database.assessments, async () => {
      const stored = await findAssessment(database, id)
      if (stored === undefined) return fail({ kind: 'missing' } as const)
      const decided = decide(stored)
      if (decided.ok) await database.assessments.put(decided.value)
      return decided
    }),
  )
  return done.ok ? done.value : done
}

type Start = {
  readonly instrument: Instrument
  readonly tier: Tier
  readonly modules: readonly Module[]
  readonly id: string
  readonly now: string
  /** Deletes another one that is under way. The person has said so. */
  readonly replace?: boolean
}

/** What is under way takes along the parts that are asked for now. */
async function goOn(database: PeilDatabase, open: Assessment, { modules, now }: Start): Promise<Assessment> {
  const wider = addModules(open, modules, now)
  if (wider !== open) await database.assessments.put(wider)
  return wider
}

/** The order of assessments is when they were started. A clock that ran ahead once must not put all later ones behind. */
function afterAll(last: Assessment | undefined, now: string): string {
  return last === undefined || last.startedAt < now ? now : new Date(Date.parse(last.startedAt) + 1).toISOString()
}

function isSame({ sector, tier, instrumentVersion }: Assessment, start: Start): boolean {
  const { instrument } = start
  return sector === instrument.sector && tier === start.tier && haveSamePacks(instrumentVersion, instrument.version)
}

/** Goes on with what is under way, or starts. One without answers gives way to another. */
export async function startOrResume(database: PeilDatabase, start: Start): Promise<Result<Assessment, StartRefusal>> {
  const done = await onDeviceAgain(database, () =>
    database.transaction('rw', database.assessments, async () => {
      const current = await currentAssessment(database)
      const open = current?.finishedAt === undefined ? current : undefined
      if (open && isSame(open, start)) return ok(await goOn(database, open, start))
      const isEmpty = open !== undefined && Object.keys(open.answers).length === 0
      if (open && !isEmpty && start.replace !== true) return fail({ kind: 'other-under-way', assessment: open } as const)
      if (open) await database.assessments.delete(open.id)
      const started = { ...startAssessment(start.instrument, start, start), startedAt: afterAll(current, start.now) }
      await database.assessments.put(started)
      return ok(started)
    }),
  )
  return done.ok ? done.value : done
}
