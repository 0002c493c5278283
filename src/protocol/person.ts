import * as z from 'zod/mini'
import { pictures } from '../domain/person/pictures.ts'
import { instant } from './ids.ts'

/** A person of this device, as anybody who picks it up can read it: a nickname, a picture, and a lock. */

const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array)

/** The person's secret, wrapped with AES-256-GCM under a key that PBKDF2-SHA-256 makes of the PIN. */
export const pinLock = z.object({
  kdf: z.literal('PBKDF2-SHA-256'),
  rounds: z.int().check(z.minimum(100_000), z.maximum(10_000_000)),
  salt: bytes,
  iv: bytes,
  wrapped: bytes,
})
export type PinLock = z.infer<typeof pinLock>

export const person = z.object({
  /** Random, and the beginning of the names of everything sealed for this person. */
  id: z.string(),
  /** Neither on a device of one's own. */
  nickname: z.exactOptional(z.string()),
  picture: z.exactOptional(z.enum(pictures)),
  lock: pinLock,
  tries: z.exactOptional(z.object({ wrong: z.int(), at: instant })),
})
export type Person = z.infer<typeof person>
