import { cmac, gcm } from '@noble/ciphers/aes.js'
import { Dexie } from 'dexie'

/**
 * What makes rows unreadable, and readable again. It works at once, without a promise: a transaction of IndexedDB ends as soon as it
 * waits for anything else, so the browser's own asynchronous cipher cannot stand inside one.
 */
export type Seal = {
  /** What the names of all rows of this person begin with. */
  readonly owner: string
  /** What the names of all rows of one table begin with. Says nothing about which table it is. */
  readonly namesOf: (table: string) => string
  readonly nameOf: (table: string, key: string) => string
  readonly seal: (name: string, row: unknown) => Uint8Array<ArrayBuffer>
  /** Nothing if the row was altered, or belongs under another name. */
  readonly open: (name: string, box: Uint8Array) => unknown
  /** Overwrites the keys. Nothing can be sealed or opened afterwards. */
  readonly forget: () => void
}

const sealingBytes = 32
const namingBytes = 32
const ivBytes = 12
/** Rows are filled up to whole blocks, so that their length does not tell how far somebody has come. */
const blockBytes = 4096

/** A new person's secret: a key for the rows (AES-256-GCM) and one for their names (AES-256-CMAC). */
export function newSecret(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(sealingBytes + namingBytes))
}

function padded(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  const filled = new Uint8Array(Math.ceil(bytes.length / blockBytes) * blockBytes).fill(0x20)
  filled.set(bytes)
  return filled
}

function decrypted(cipher: ReturnType<typeof gcm>, sealed: Uint8Array): Uint8Array | undefined {
  try {
    return cipher.decrypt(sealed)
  } catch {
    return undefined
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The seal of the person `owner`, whose secret was unlocked. */
export function sealOf(owner: string, secret: Uint8Array<ArrayBuffer>): Seal {
  const sealing = secret.slice(0, sealingBytes)
  const naming = secret.slice(sealingBytes)
  const said = (text: string): Uint8Array => new TextEncoder().encode(text)
  const mark = (text: string): string => hexOf(cmac(said(text), naming))
  const namesOf = (table: string): string => `${owner}/${mark(table)}/`
  let isForgotten = false
  const demandKeys = (): void => {
    // Said in the database's own way, so that what was still under way ends like any read from a closed database.
    if (isForgotten) throw new Dexie.DatabaseClosedError('locked')
  }
  return {
    owner,
    namesOf,
    nameOf: (table, key) => {
      demandKeys()
      return `${namesOf(table)}${mark(`${table}/${key}`)}`
    },
    seal: (name, row) => {
      demandKeys()
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      const sealed = gcm(sealing, iv, said(name)).encrypt(padded(JSON.stringify(row)))
      const box = new Uint8Array(ivBytes + sealed.length)
      box.set(iv)
      box.set(sealed, ivBytes)
      return box
    },
    open: (name, box) => {
      demandKeys()
      const opened = decrypted(gcm(sealing, box.subarray(0, ivBytes), said(name)), box.subarray(ivBytes))
      return opened && (JSON.parse(new TextDecoder().decode(opened)) as unknown)
    },
    forget: () => {
      isForgotten = true
      for (const bytes of [sealing, naming, secret]) bytes.fill(0)
    },
  }
}
