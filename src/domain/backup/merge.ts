import type { Assessment } from '../assessment/assessment.ts'
import { type Goal, type PersonalPlan, restoreGoal } from '../plan/goals.ts'
import { isAlike } from './alike.ts'
import { answersReplaced, mergeAssessment } from './merge-assessment.ts'

type Named = { readonly id: string }

/** What a person has in Peil: on a device, or in a backup. */
export type Belongings<Place extends Named> = {
  readonly assessments: readonly Assessment[]
  readonly goals: readonly Goal[]
  readonly settings: Readonly<Record<string, string>>
  /** From slips of paper. */
  readonly places: readonly Place[]
}

/** Ids of records here that this version of Peil cannot read. They are left alone. */
export type Unread = readonly string[]

/** How an assessment in the backup stands to the one here. `kept`: what is here is newer, or another one. `both`: each has something of its own. */
export const meetings = ['new', 'same', 'kept', 'newer', 'both'] as const
export type Meeting = (typeof meetings)[number]

/** What taking a backup in does, in numbers. */
export type Account = {
  readonly assessments: Readonly<Record<Meeting, number>>
  /** Answers here that give way to later ones. */
  readonly answersReplaced: number
  /** Begun here, and another one begun there. */
  readonly isTwiceUnderWay: boolean
  /** `kept`: the goal here says something else, and stays. `putAside`: new, and not in hand, because three are already. */
  readonly goals: { readonly new: number; readonly same: number; readonly kept: number; readonly putAside: number }
  readonly settings: readonly string[]
  readonly places: { readonly new: number; readonly same: number }
}

/** What is to be written. Everything else stays as it is. */
export type Merge<Place extends Named> = Belongings<Place> & { readonly account: Account }

type Met = { readonly meeting: Meeting; readonly write?: Assessment; readonly replaced: number }

function meet(here: Assessment | undefined, there: Assessment, unread: Unread): Met {
  if (unread.includes(there.id)) return { meeting: 'kept', replaced: 0 }
  if (here === undefined) return { meeting: 'new', write: there, replaced: 0 }
  const merged = mergeAssessment(here, there)
  if (merged === undefined) return { meeting: 'kept', replaced: 0 }
  if (isAlike(merged, here)) return { meeting: isAlike(merged, there) ? 'same' : 'kept', replaced: 0 }
  return { meeting: isAlike(merged, there) ? 'newer' : 'both', write: merged, replaced: answersReplaced(here, merged) }
}

function once<Thing extends Named>(things: readonly Thing[]): readonly Thing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()]
}

function lacking<Thing extends Named>(here: readonly Thing[], there: readonly Thing[], unread: Unread = []): readonly Thing[] {
  const ids = new Set([...here.map(({ id }) => id), ...unread])
  return once(there).filter(({ id }) => !ids.has(id))
}

function underWay(assessments: readonly Assessment[]): readonly Assessment[] {
  return assessments.filter(({ finishedAt, answers }) => finishedAt === undefined && Object.keys(answers).length > 0)
}

function mergeGoals(
  here: readonly Goal[],
  there: readonly Goal[],
): { readonly goals: readonly Goal[]; readonly account: Account['goals'] } {
  const added = lacking(here, there)
  const { goals } = added.reduce<PersonalPlan>(restoreGoal, { id: '', goals: here })
  const stated = new Map(goals.map((goal) => [goal.id, goal.status]))
  const same = once(there).filter((goal) => here.some((mine) => isAlike(mine, goal))).length
  const putAside = added.filter(({ id, status }) => stated.get(id) !== status).length
  return {
    goals: added.length === 0 ? [] : goals,
    account: { new: added.length, same, kept: once(there).length - added.length - same, putAside },
  }
}

/**
 * Takes a backup in, record by record. Nothing here is deleted. The same backup once more changes nothing. Goals, settings and places
 * that are here stay as they are: they do not say when they were changed.
 */
export function mergeBackup<Place extends Named>(here: Belongings<Place>, there: Belongings<Place>, unread: Unread = []): Merge<Place> {
  const mine = new Map(here.assessments.map((assessment) => [assessment.id, assessment]))
  const met = once(there.assessments).map((each) => meet(mine.get(each.id), each, unread))
  const plan = mergeGoals(here.goals, there.goals)
  const places = lacking(here.places, there.places, unread)
  const settings = Object.entries(there.settings).filter(([key]) => !Object.hasOwn(here.settings, key))
  const count = (meeting: Meeting) => met.filter((each) => each.meeting === meeting).length
  const begun = underWay(here.assessments)
  return {
    assessments: met.flatMap(({ write }) => write ?? []),
    goals: plan.goals,
    settings: Object.fromEntries(settings),
    places,
    account: {
      assessments: { new: count('new'), same: count('same'), kept: count('kept'), newer: count('newer'), both: count('both') },
      answersReplaced: met.reduce((sum, { replaced }) => sum + replaced, 0),
      isTwiceUnderWay: begun.length > 0 && underWay(lacking(here.assessments, there.assessments, unread)).length > 0,
      goals: plan.account,
      settings: settings.map(([key]) => key),
      places: { new: places.length, same: once(there.places).length - places.length },
    },
  }
}
