import type { Belongings, Unread } from '../domain/backup/merge.ts'
import type { PersonalPlan } from '../domain/plan/goals.ts'
import { assessment, personalPlan } from '../protocol/assessment.ts'
import { type Participation, participation } from '../protocol/participation.ts'
import type { PeilDatabase } from './database.ts'
import { ownPlan } from './plans.ts'
import type { PersonalTable } from './sealed-tables.ts'
import { loadSettings } from './settings.ts'

/** What a person has on this device, what a plan is stored as, and which records this version of Peil cannot read. */
export type Found = {
  readonly belongings: Belongings<Participation>
  readonly plan?: PersonalPlan
  readonly unread: Unread
  readonly isPlanUnread: boolean
}

/** The personal tables that a backup is made of, and how Peil looks. Rounds and what municipalities say come anew from the server. */
export const backedUpTables = ['assessments', 'plans', 'participations', 'settings'] as const satisfies readonly (
  PersonalTable | 'settings'
)[]

type Read<Thing> = (stored: unknown) => { readonly success: true; readonly data: Thing } | { readonly success: false }

async function readAll<Thing>(database: PeilDatabase, name: string, read: Read<Thing>): Promise<{ things: Thing[]; unread: string[] }> {
  const table = database.table<{ readonly id: string }, string>(name)
  const stored = await table.toArray()
  const parsed = stored.map((each) => ({ id: each.id, found: read(each) }))
  return {
    things: parsed.flatMap(({ found }) => (found.success ? [found.data] : [])),
    unread: parsed.flatMap(({ id, found }) => (found.success ? [] : [id])),
  }
}

/** Looks at everything in one go: to be called inside a transaction over `backedUpTables`. Reads without cursors. */
export async function findBelongings(database: PeilDatabase): Promise<Found> {
  const [assessments, places, stored, { language, colorScheme }] = await Promise.all([
    readAll(database, 'assessments', (each) => assessment.safeParse(each)),
    readAll(database, 'participations', (each) => participation.safeParse(each)),
    database.table<unknown, string>('plans').get(ownPlan),
    loadSettings(database),
  ])
  const plan = stored === undefined ? undefined : personalPlan.safeParse(stored)
  return {
    belongings: {
      assessments: assessments.things,
      goals: plan?.data?.goals ?? [],
      settings: { ...(language !== undefined && { language }), ...(colorScheme !== undefined && { colorScheme }) },
      places: places.things,
    },
    ...(plan?.success === true && { plan: plan.data }),
    unread: [...assessments.unread, ...places.unread],
    isPlanUnread: plan?.success === false,
  }
}
