import { type Account, type Belongings, type Merge, mergeBackup } from '../domain/backup/merge.ts'
import { type Result, fail, ok } from '../domain/result.ts'
import type { BackupContents } from '../protocol/backup.ts'
import type { Participation } from '../protocol/participation.ts'
import { type Found, findBelongings, backedUpTables } from './belongings.ts'
import type { PeilDatabase } from './database.ts'
import { ownPlan } from './plans.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'

/** `plan-unread`: a plan is here that this version of Peil cannot read, so nothing can be added to it. */
export type TakeInRefusal = StorageRefusal | { readonly kind: 'plan-unread' }

/**
 * A contribution that had not left the device where it was frozen: it may have been taken back there since, or sent. Here it is
 * offered anew, and what is given then takes its place.
 */
function unsent(place: Participation): Participation {
  if (place.stage !== 'waiting' || place.attempted) return place
  const { id, round, unit, token, dueAt, replaces, elsewhere = [], version } = place
  const held = { id, round, unit, token, dueAt, elsewhere: [...elsewhere, version] }
  return replaces ? { ...held, stage: 'sent', acknowledged: replaces } : { ...held, stage: 'joined', choice: 'later' }
}

function broughtBy({ assessments, plan, settings, participations = [] }: BackupContents): Belongings<Participation> {
  return { assessments, goals: plan?.goals ?? [], settings: { ...settings }, places: participations.map(unsent) }
}

function merged(found: Found, contents: BackupContents): Result<Merge<Participation>, TakeInRefusal> {
  const merge = mergeBackup(found.belongings, broughtBy(contents), found.unread)
  return found.isPlanUnread && merge.goals.length > 0 ? fail({ kind: 'plan-unread' }) : ok(merge)
}

async function write(database: PeilDatabase, { assessments, goals, settings, places }: Merge<Participation>): Promise<void> {
  for (const assessment of assessments) await database.table('assessments').put(assessment)
  if (goals.length > 0) await database.table('plans').put({ id: ownPlan, goals })
  for (const [key, value] of Object.entries(settings)) await database.table('settings').put({ key, value })
  for (const place of places) await database.table('participations').add(place)
}

async function inOneGo(database: PeilDatabase, contents: BackupContents, writes: boolean): Promise<Result<Account, TakeInRefusal>> {
  const tables = backedUpTables.map((name) => database.table(name))
  const done = await onDevice(() =>
    database.transaction(writes ? 'rw' : 'r', tables, async () => {
      const merge = merged(await findBelongings(database), contents)
      if (merge.ok && writes) await write(database, merge.value)
      return merge
    }),
  )
  if (!done.ok) return done
  return done.value.ok ? ok(done.value.value.account) : done.value
}

/** What taking it in would do now. Writes nothing. */
export function compareBackup(database: PeilDatabase, contents: BackupContents): Promise<Result<Account, TakeInRefusal>> {
  return inOneGo(database, contents, false)
}

/** All of it in one transaction, or nothing. Looks at the device again, so that what was answered meanwhile counts too. */
export function takeBackupIn(database: PeilDatabase, contents: BackupContents): Promise<Result<Account, TakeInRefusal>> {
  return inOneGo(database, contents, true)
}
