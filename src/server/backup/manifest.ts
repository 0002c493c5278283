import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../protocol/canonical-json.ts'
import * as z from 'zod/mini'
import { type Result, fail, ok } from '../../domain/result.ts'
import { bytesText } from '../../protocol/base64url.ts'
import { count, instant } from '../../protocol/ids.ts'

export const manifestName = 'peil-stores.json'
const newest = 1

/** What is in a backup. The collector is in none (protocol, section 5). `sha256` of the manifest is over the rest of it. */
const manifest = z.strictObject({
  v: z.literal(newest),
  made: instant,
  files: z.tuple([
    z.strictObject({ store: z.literal('issuer'), version: count, bytes: count, sha256: bytesText(32) }),
    z.strictObject({ store: z.literal('released'), version: count, bytes: count, sha256: bytesText(32) }),
  ]),
  sha256: bytesText(32),
})
export type Manifest = z.infer<typeof manifest>
export type KeptFile = Manifest['files'][number]

export type ManifestRefusal =
  { readonly kind: 'backup-not-found' } | { readonly kind: 'backup-newer' | 'backup-damaged'; readonly file: string }

export async function sha256Of(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('base64url')
}

function sealOf(content: Omit<Manifest, 'sha256'>): string {
  return createHash('sha256').update(canonicalJson(content)).digest('base64url')
}

/** Written last: a folder without it is no backup. */
export async function writeManifest(folder: string, content: Omit<Manifest, 'sha256'>): Promise<Manifest> {
  const sealed = { ...content, sha256: sealOf(content) }
  await writeFile(join(folder, manifestName), `${JSON.stringify(sealed, undefined, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return sealed
}

const anyVersion = z.looseObject({ v: z.number() })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Only a manifest that is whole, unaltered and of a kind that this version knows. */
export async function readManifest(folder: string): Promise<Result<Manifest, ManifestRefusal>> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined)
  if (text === undefined) return fail({ kind: 'backup-not-found' })
  const content = parse(text)
  const version = anyVersion.safeParse(content)
  if (version.success && version.data.v > newest) return fail({ kind: 'backup-newer', file: manifestName })
  const read = manifest.safeParse(content)
  if (!read.success) return fail({ kind: 'backup-damaged', file: manifestName })
  const { sha256, ...rest } = read.data
  return sealOf(rest) === sha256 ? ok(read.data) : fail({ kind: 'backup-damaged', file: manifestName })
}

/** Whether a file is the one that was kept. */
export async function isAsKept(path: string, { bytes, sha256 }: KeptFile): Promise<boolean> {
  const size = await stat(path).then(
    (found) => found.size,
    () => -1,
  )
  return size === bytes && (await sha256Of(path)) === sha256
}
