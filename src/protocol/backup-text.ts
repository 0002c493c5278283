import * as z from 'zod/mini'
import { type Result, fail, ok } from '../domain/result.ts'
import { type BackupFile, backupFile, backupVersion } from './backup.ts'
import { valueOfJson } from './json-text.ts'

/** Why a file is no backup that can be opened here. `other-peil`: a result, a profile or questions. */
export type BackupFileRefusal = { readonly kind: 'empty' | 'foreign' | 'other-peil' | 'cut-short' | 'newer' | 'damaged' }

const anyPeilFile = z.looseObject({ peil: z.string() })
const anyBackup = z.looseObject({ peil: z.literal('backup'), v: z.int() })

/** A backup that lost its end no longer reads as JSON, but still says what it was. */
function beginsAsBackup(text: string): boolean {
  return /^\s*\{\s*"peil"\s*:\s*"backup"/.test(text.slice(0, 200))
}

/** Reads the outside of a file that a person has chosen. */
export function readBackupText(text: string): Result<BackupFile, BackupFileRefusal> {
  if (text.trim() === '') return fail({ kind: 'empty' })
  const found = valueOfJson(text)
  if (found === undefined) return fail({ kind: beginsAsBackup(text) ? 'cut-short' : 'foreign' })
  const backup = anyBackup.safeParse(found)
  if (!backup.success) {
    const peil = anyPeilFile.safeParse(found)
    if (!peil.success) return fail({ kind: 'foreign' })
    return fail({ kind: peil.data.peil === 'backup' ? 'damaged' : 'other-peil' })
  }
  if (backup.data.v > backupVersion) return fail({ kind: 'newer' })
  const file = backupFile.safeParse(found)
  return file.success ? ok(file.data) : fail({ kind: 'damaged' })
}

/** What is written. The name of the kind stands first, so that even the beginning says what the file is. */
export function backupText({ peil, v, key, cipher, contents }: BackupFile): string {
  return `${JSON.stringify({ peil, v, key, cipher, contents }, null, 2)}\n`
}
