import type { Assessment, AssessmentRefusal } from '../../domain/assessment/assessment.ts'
import type { Result } from '../../domain/result.ts'
import { type ChangeRefusal, changeAssessment } from '../../storage/assessments.ts'
import { forgetAlong, keepAlong } from '../../storage/along.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import { inTime } from '../../storage/patience.ts'

export type Decide = (assessment: Assessment) => Result<Assessment, AssessmentRefusal>
export type SaveRefusal = ChangeRefusal | AssessmentRefusal

/** A change the person has made that is not yet safe on the device. A later one with the same key takes its place. */
type Unsaved = { readonly assessmentId: string; readonly key: string; readonly decide: Decide }

type State = { readonly unsaved: readonly Unsaved[]; readonly last?: Assessment; readonly refusal?: SaveRefusal }

export type Saver = {
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => State
  /** True once the change is durable. */
  readonly save: (assessmentId: string, key: string, decide: Decide) => Promise<boolean>
  readonly retry: (assessmentId: string) => Promise<boolean>
  /** The page ends soon: what is not safe is tried once more, and goes along as long as that has not succeeded. */
  readonly leave: () => Promise<void>
  /** What is stored, as the screen has read it. */
  readonly see: (stored: Assessment) => void
  /** Another assessment is on the screen from now on. */
  readonly show: (assessment: Assessment) => void
}

/** Trying again may help. */
export function isTemporary(refusal: SaveRefusal): boolean {
  return refusal.kind === 'storage-full' || refusal.kind === 'storage-unavailable'
}

function applyAll(assessment: Assessment, changes: readonly Unsaved[]): Result<Assessment, AssessmentRefusal> {
  let done: Result<Assessment, AssessmentRefusal> = { ok: true, value: assessment }
  for (const { decide } of changes) if (done.ok) done = decide(done.value)
  return done
}

/** What the screen shows: what is stored, with what is not yet stored on top. */
export function withUnsaved(stored: Assessment, { last, unsaved }: State): Assessment {
  const newest = last?.id === stored.id && last.changedAt >= stored.changedAt ? last : stored
  const shown = applyAll(
    newest,
    unsaved.filter(({ assessmentId }) => assessmentId === stored.id),
  )
  return shown.ok ? shown.value : newest
}

type Saved = Result<Assessment, SaveRefusal>

const refused: Saved = { ok: false, error: { kind: 'storage-unavailable' } }

/** Milliseconds after which a save that says nothing counts as failed. It may still come through, and does no harm then. */
const patience = 10_000

/** Whatever goes wrong with a save, the person is told: also when no answer comes at all. */
function changed(database: PeilDatabase, assessmentId: string, changes: readonly Unsaved[]): Promise<Saved> {
  const saving = changeAssessment(database, assessmentId, (assessment) => applyAll(assessment, changes))
  return inTime(saving, patience).catch(() => refused)
}

/**
 * Keeps every change until it is durable. A failed one stays, is shown, and goes along with the next attempt,
 * also when the person has moved on to another question or has taken a pause.
 */
function createSaver(database: PeilDatabase): Saver {
  let state: State = { unsaved: [] }
  let seen: Assessment | undefined
  const listeners = new Set<() => void>()
  const become = (next: State): void => {
    state = next
    for (const listener of listeners) listener()
  }

  const attempt = async (assessmentId: string): Promise<boolean> => {
    const trying = state.unsaved.filter((each) => each.assessmentId === assessmentId)
    const done = await changed(database, assessmentId, trying)
    const rest = state.unsaved.filter((each) => !trying.includes(each))
    if (done.ok) become({ unsaved: rest, last: done.value })
    else become({ ...state, unsaved: isTemporary(done.error) ? state.unsaved : rest, refusal: done.error })
    return done.ok
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    save: (assessmentId, key, decide) => {
      const others = state.unsaved.filter((each) => each.assessmentId !== assessmentId || each.key !== key)
      become({ ...state, unsaved: [...others, { assessmentId, key, decide }] })
      return attempt(assessmentId)
    },
    retry: attempt,
    leave: async () => {
      const [unsaved] = state.unsaved
      if (unsaved === undefined) return
      if (seen?.id === unsaved.assessmentId) keepAlong(database, seen, withUnsaved(seen, state))
      if (await attempt(unsaved.assessmentId)) forgetAlong()
    },
    see: (stored) => {
      seen = stored
    },
    show: (assessment) => {
      become({ unsaved: state.unsaved, last: assessment })
    },
  }
}

const savers = new WeakMap<PeilDatabase, Saver>()

/** One for each database, so that it outlives the screens. */
export function saverFor(database: PeilDatabase): Saver {
  const saver = savers.get(database) ?? createSaver(database)
  savers.set(database, saver)
  return saver
}
