import * as z from 'zod/mini'
import { assessment, personalPlan } from './assessment.ts'
import { bytesText } from './base64url.ts'
import { canonicalJson } from './canonical-json.ts'
import { instant } from './ids.ts'
import { participation } from './participation.ts'

/** The file a person takes along (docs/backup-file.md): a header anyone can read, and contents locked with a passphrase. */

export const backupVersion = 1

/** A person with hundreds of assessments and long notes needs a tenth of it. Larger files are not read at all. */
export const backupBytes = 16 * 1024 * 1024
/** Of what is inside, so that the file stays below that: base64url takes four characters for three bytes. */
export const mostContents = (backupBytes * 3) / 4 - 1024

/** What one guess at the passphrase costs. Higher in a later file, but never so high that a made-up file keeps a tablet busy for long. */
export const fewestRounds = 600_000
export const mostRounds = 5_000_000

export const saltBytes = 16
export const nonceBytes = 12
/** GCM's tag stands after the locked bytes. */
export const tagBytes = 16

/** Whole bytes, and the tag at least. Not decoded here: that is done once, and only for a person who knows the passphrase. */
const bytes = z.string().check(
  z.minLength(Math.ceil((tagBytes * 4) / 3)),
  z.regex(/^[A-Za-z0-9_-]*$/),
  z.refine((text) => text.length % 4 !== 1),
)

const header = {
  peil: z.literal('backup'),
  v: z.literal(backupVersion),
  key: z.strictObject({
    derivation: z.literal('PBKDF2-SHA-256'),
    rounds: z.int().check(z.minimum(fewestRounds), z.maximum(mostRounds)),
    salt: bytesText(saltBytes),
  }),
  cipher: z.strictObject({ name: z.literal('AES-256-GCM'), nonce: bytesText(nonceBytes) }),
}
export type BackupHeader = z.infer<z.ZodMiniObject<typeof header>>

export const backupFile = z.strictObject({ ...header, contents: bytes })
export type BackupFile = z.infer<typeof backupFile>

/** What the lock also vouches for: everything of the file but the contents, as canonical JSON. */
export function headerText({ peil, v, key, cipher }: BackupHeader): string {
  return canonicalJson({ peil, v, key, cipher })
}

/** What is inside. Places from slips, and the tokens they hold, only if the person asked for them. */
export const backupContents = z.strictObject({
  madeAt: instant,
  assessments: z.array(assessment),
  plan: z.exactOptional(personalPlan),
  settings: z.strictObject({ language: z.exactOptional(z.string()), colorScheme: z.exactOptional(z.enum(['auto', 'light', 'dark'])) }),
  participations: z.exactOptional(z.array(participation)),
})
export type BackupContents = z.infer<typeof backupContents>
