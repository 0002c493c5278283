import { type BackupFile, backupVersion, headerText, nonceBytes, saltBytes } from '../protocol/backup.ts'
import { decodeBase64url, encodeBase64url } from '../protocol/base64url.ts'
import { lockBytes, unlockBytes } from './passphrase-file.ts'

/** Twice what is asked for at least. A tablet needs about a second. */
const rounds = 1_200_000

const utf8 = new TextEncoder()

/** A backup with these contents, under a new lock. */
export async function lockContents(plain: Uint8Array<ArrayBuffer>, passphrase: string): Promise<BackupFile> {
  const [salt, nonce] = [crypto.getRandomValues(new Uint8Array(saltBytes)), crypto.getRandomValues(new Uint8Array(nonceBytes))]
  const header = {
    peil: 'backup',
    v: backupVersion,
    key: { derivation: 'PBKDF2-SHA-256', rounds, salt: encodeBase64url(salt) },
    cipher: { name: 'AES-256-GCM', nonce: encodeBase64url(nonce) },
  } as const
  const locked = await lockBytes(plain, passphrase, { rounds, salt, nonce, header: utf8.encode(headerText(header)) })
  return { ...header, contents: encodeBase64url(locked) }
}

/** The contents of a backup; nothing if the passphrase is another or something in the file was altered. */
export async function unlockContents(file: BackupFile, passphrase: string): Promise<Uint8Array | undefined> {
  const [salt, nonce, locked] = [file.key.salt, file.cipher.nonce, file.contents].map(decodeBase64url)
  if (!salt || !nonce || !locked) return undefined
  return unlockBytes(locked, passphrase, { rounds: file.key.rounds, salt, nonce, header: utf8.encode(headerText(file)) })
}
