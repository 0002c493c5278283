import { type Result, fail, ok } from '../domain/result.ts'
import { type BackupContents, mostContents } from '../protocol/backup.ts'
import { backupText } from '../protocol/backup-text.ts'
import { lockContents } from './backup-lock.ts'
import { type Found, findBelongings, backedUpTables } from './belongings.ts'
import type { PeilDatabase } from './database.ts'
import { canLock, settledPassphrase } from './passphrase-file.ts'
import { ownPlan } from './plans.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'

/** Fewer characters are guessed too soon. */
const shortestPassphrase = 12

export function isPassphraseShort(typed: string): boolean {
  return settledPassphrase(typed).length < shortestPassphrase
}

export type MakeRefusal = StorageRefusal | { readonly kind: 'passphrase-short' | 'cannot-lock' | 'too-much' }

export type BackupOptions = {
  readonly now: string
  /** Places from slips, with the tokens they hold. */
  readonly withPlaces: boolean
}

export type Backup = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly holds: { readonly assessments: number; readonly goals: number; readonly places: number }
  /** Records that this version of Peil cannot read, and did not take along. */
  readonly leftOut: number
}

function contentsOf({ belongings, plan }: Found, { now, withPlaces }: BackupOptions): BackupContents {
  return {
    madeAt: now,
    assessments: [...belongings.assessments],
    ...(plan && { plan: { id: ownPlan, goals: plan.goals } }),
    settings: belongings.settings,
    ...(withPlaces && { participations: [...belongings.places] }),
  }
}

/** Everything of the person on this device, as the bytes of a file that only the passphrase opens. */
export async function makeBackup(database: PeilDatabase, passphrase: string, options: BackupOptions): Promise<Result<Backup, MakeRefusal>> {
  if (!canLock()) return fail({ kind: 'cannot-lock' })
  if (isPassphraseShort(passphrase)) return fail({ kind: 'passphrase-short' })
  const tables = backedUpTables.map((name) => database.table(name))
  const read = await onDevice(() => database.transaction('r', tables, () => findBelongings(database)))
  if (!read.ok) return read
  const { belongings, unread, isPlanUnread } = read.value
  const contents = contentsOf(read.value, options)
  const utf8 = new TextEncoder()
  const plain = utf8.encode(JSON.stringify(contents))
  // A copy that is never read back is none.
  if (plain.length > mostContents) return fail({ kind: 'too-much' })
  const bytes = utf8.encode(backupText(await lockContents(plain, passphrase)))
  const holds = {
    assessments: belongings.assessments.length,
    goals: belongings.goals.length,
    places: contents.participations?.length ?? 0,
  }
  return ok({ bytes, holds, leftOut: unread.length + Number(isPlanUnread) })
}

/** In plain letters, and the same in every language: it is found again whatever the tablet speaks. */
export function backupName(now: string): string {
  return `peil-backup-${now.slice(0, 10)}.json`
}
