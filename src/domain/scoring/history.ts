import type { Assessment } from '../assessment/assessment.ts'
import { type Dimension, type Instrument, type Item, type Part, dimensions, isArea, partOf } from '../instrument/instrument.ts'
import { type Change, changeBetween } from './change.ts'
import { type Level, levelOf } from './level.ts'

/** An assessment and what it asked; nothing where its questions are not on the device. */
export type Asked = { readonly assessment: Assessment; readonly instrument?: Instrument }

/** Why an assessment does not go on the line of those before. */
export type Apart = 'sector' | 'role' | 'questions'

/** One assessment in the history of one dimension. */
export type Entry = {
  readonly assessment: Assessment
  /** By the questions as they were then; nothing where they are not on the device. */
  readonly level?: Level
  readonly apart?: Apart
  /** Against `since`: the latest before it on the same line that has a step. */
  readonly change?: Exclude<Change, { readonly kind: 'not-comparable' }>
  readonly since?: Assessment
}

/** The assessments that asked one dimension, oldest first. */
export type Track = { readonly dimension: Dimension; readonly entries: readonly Entry[] }

/** Oldest first, by when they were started; those of the same moment in a fixed order. */
export function inOrder(assessments: readonly Assessment[]): readonly Assessment[] {
  return assessments.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || (a.id < b.id ? -1 : 1))
}

/** When an assessment was finished, as the device's clock said. */
export function finishOf(assessment: Assessment): string {
  return assessment.finishedAt ?? assessment.changedAt
}

/** The device's clock has been wrong at least once: the future, an end before its beginning, or a later one that ended earlier. */
export function clockWasWrong(assessments: readonly Assessment[], now: string): boolean {
  const ends = inOrder(assessments).map((each) => ({ start: Date.parse(each.startedAt), end: Date.parse(finishOf(each)) }))
  return ends.some(({ start, end }, at) => end < start || end > Date.parse(now) || end < (ends[at - 1]?.end ?? end))
}

/** Ids begin with what they belong to: `barnehage.3.`, `privacy.`. */
function beginningOf({ items: [first] }: Part): string | undefined {
  return first?.id.slice(0, first.id.lastIndexOf('.') + 1)
}

/** Answered then, and asked no more. */
function itemsTakenOut({ assessment, instrument }: Asked, part: Part): readonly Item[] {
  const beginning = beginningOf(part)
  const asked = new Set(instrument?.parts.flatMap(({ items }) => items.map(({ id }) => id)))
  return Object.entries(assessment.answers).flatMap(([id, { version }]) =>
    beginning !== undefined && id.startsWith(beginning) && !asked.has(id) ? [{ id, version }] : [],
  )
}

/** A part as this assessment asked it: every item in the version that was answered, those taken out since among them. */
export function partAsAsked(asked: Asked, part: Part): Part {
  const { answers } = asked.assessment
  const items = part.items.map(({ id, version }) => ({ id, version: answers[id]?.version ?? version }))
  return { ...part, items: [...items, ...itemsTakenOut(asked, part)] }
}

type Seen = { readonly assessment: Assessment; readonly part?: Part; readonly level?: Level }

/**
 * Whether two assessments had other questions in a part. An item without an answer says nothing, unless the instrument was another: then
 * it may not have been there.
 */
function askedOtherwise(before: Seen, after: Seen): boolean {
  const [was, is] = [before.part?.items, after.part?.items]
  if (was === undefined || is === undefined) return true
  if (was.length !== is.length || was.some(({ id }) => !is.some((each) => each.id === id))) return true
  const isSameInstrument = before.assessment.instrumentVersion === after.assessment.instrumentVersion
  return is.some(({ id }) => {
    const [then, now] = [before.assessment.answers[id], after.assessment.answers[id]]
    return then === undefined || now === undefined ? then !== now && !isSameInstrument : then.version !== now.version
  })
}

/** What keeps a later assessment off the line of an earlier one. */
function whyApart(before: Seen, after: Seen): Apart | undefined {
  if (before.assessment.sector !== after.assessment.sector) return 'sector'
  if (before.assessment.tier !== after.assessment.tier) return 'role'
  return askedOtherwise(before, after) ? 'questions' : undefined
}

function changeSince(since: Seen, { assessment, part }: Seen): Pick<Entry, 'change' | 'since'> {
  const change = part && changeBetween(since.assessment, assessment, part)
  return change === undefined || change.kind === 'not-comparable' ? {} : { change, since: since.assessment }
}

function entriesOf(all: readonly Seen[]): readonly Entry[] {
  let [before, last]: (Seen | undefined)[] = []
  return all.map((here) => {
    const apart = (before && whyApart(before, here)) ?? (last && whyApart(last, here))
    const since = apart ? undefined : last
    before = here
    last = here.level?.kind === 'level' ? here : since
    return {
      assessment: here.assessment,
      ...(here.level && { level: here.level }),
      ...(apart && { apart }),
      ...(since && changeSince(since, here)),
    }
  })
}

function seenIn(asked: Asked, dimension: Dimension): readonly Seen[] {
  const { assessment, instrument } = asked
  if (instrument === undefined) return isArea(dimension) || assessment.modules.includes(dimension) ? [{ assessment }] : []
  const now = partOf(instrument, dimension)
  const part = now && partAsAsked(asked, now)
  return part ? [{ assessment, part, level: levelOf(assessment, part) }] : []
}

/** The conditions are about the workplace, never about the person: they have no line. */
const withLine = dimensions.filter((dimension) => dimension !== 'conditions')

/**
 * How a person's steps have changed, dimension by dimension in the framework's order. Never across sectors or roles, and never across
 * items that have changed.
 * @param asked oldest first
 */
export function historyOf(asked: readonly Asked[]): readonly Track[] {
  return withLine
    .map((dimension) => ({ dimension, entries: entriesOf(asked.flatMap((each) => seenIn(each, dimension))) }))
    .filter(({ entries }) => entries.length > 0)
}
