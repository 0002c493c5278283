import { type Result, fail, ok } from '../domain/result.ts'
import { type BackupContents, type BackupFile, backupBytes, backupContents } from '../protocol/backup.ts'
import { type BackupFileRefusal, readBackupText } from '../protocol/backup-text.ts'
import { valueOfJson } from '../protocol/json-text.ts'
import { unlockContents } from './backup-lock.ts'
import { canLock } from './passphrase-file.ts'

export type FileRefusal = BackupFileRefusal | { readonly kind: 'too-large' | 'not-read' }

/** `not-opened`: another passphrase, or altered bytes; nobody can tell which. `strange`: opened, but no Peil wrote it. */
export type OpenRefusal = { readonly kind: 'not-opened' | 'strange' | 'cannot-lock' }

async function textOf(file: Blob): Promise<string | undefined> {
  try {
    return await file.text()
  } catch {
    return undefined
  }
}

/** Looks at a file from the outside, before anyone is asked for a passphrase. */
export async function readBackupFile(file: Blob): Promise<Result<BackupFile, FileRefusal>> {
  if (file.size > backupBytes) return fail({ kind: 'too-large' })
  const text = await textOf(file)
  return text === undefined ? fail({ kind: 'not-read' }) : readBackupText(text)
}

function contentsIn(plain: Uint8Array): BackupContents | undefined {
  return backupContents.safeParse(valueOfJson(new TextDecoder().decode(plain))).data
}

/** Opens the contents. Nothing on the device changes. */
export async function openBackup(file: BackupFile, passphrase: string): Promise<Result<BackupContents, OpenRefusal>> {
  if (!canLock()) return fail({ kind: 'cannot-lock' })
  const plain = await unlockContents(file, passphrase)
  if (plain === undefined) return fail({ kind: 'not-opened' })
  const contents = contentsIn(plain)
  return contents ? ok(contents) : fail({ kind: 'strange' })
}
