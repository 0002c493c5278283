import { copyFile, mkdir, readFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { canonicalJson } from '../../protocol/canonical-json.ts'
import type { Sql } from '../store/database.ts'
import { isDamaged } from '../store/sqlite-faults.ts'
import { fileOf } from '../store/stores.ts'
import { faultsOfDocuments } from '../verify/documents.ts'

/** A released document that was found outside the backup, whole and unaltered. */
export type KnownDocument = { readonly round: string; readonly sha256: string; readonly document: string }

const released = fileOf('released')

function isWhole(found: KnownDocument): boolean {
  return faultsOfDocuments([found]).length === 0
}

/** As `peil results` prints it, or as an owner has fetched it. */
function fromText(text: string): readonly KnownDocument[] {
  try {
    const content: unknown = JSON.parse(text)
    const { round, sha256 } = content as Record<string, unknown>
    return [{ round: String(round), sha256: String(sha256), document: canonicalJson(content) }]
  } catch {
    return []
  }
}

/** What the file of a broken place still gives. Of a copy: whoever looks into a file with a journal changes it. */
async function fromStore(path: string, aside: string): Promise<readonly KnownDocument[]> {
  await mkdir(aside, { mode: 0o700 })
  for (const end of ['', '-journal']) await copyFile(path + end, join(aside, released + end)).catch(() => undefined)
  const file = new DatabaseSync(join(aside, released))
  try {
    const rows = file.prepare('SELECT round, sha256, document FROM released').iterate()
    const found: KnownDocument[] = []
    for (const row of rows) found.push({ round: String(row['round']), sha256: String(row['sha256']), document: String(row['document']) })
    return found
  } catch (cause) {
    if (isDamaged(cause)) return []
    throw cause
  } finally {
    file.close()
  }
}

async function filesAt(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  return (await readdir(path)).map((name) => join(path, name))
}

async function readAll(path: string, aside: string): Promise<readonly KnownDocument[]> {
  const found: KnownDocument[] = []
  for (const file of await filesAt(path)) {
    if (basename(file) === released) found.push(...(await fromStore(file, aside)))
    else if (file.endsWith('.json')) found.push(...fromText(await readFile(file, 'utf8')))
  }
  return found
}

/**
 * Released documents in a file or a folder: JSON files, and `released.sqlite` of a newer backup or of what is left of the old place.
 * Nothing if the path cannot be read.
 */
export async function findDocuments(path: string, aside: string): Promise<ReadonlyMap<string, KnownDocument> | undefined> {
  const found = await readAll(path, aside).catch((cause: unknown) => {
    if (cause instanceof Error && 'syscall' in cause) return undefined
    throw cause
  })
  return found && new Map(found.filter(isWhole).map((each) => [each.round, each]))
}

/** Where the round is known and has no document yet: written as it was released, and never another in its place. */
export async function putBack(stores: Record<'issuer' | 'released', Sql>, documents: Iterable<KnownDocument>): Promise<void> {
  for (const { round, sha256, document } of documents) {
    if ((await stores.issuer.all('SELECT 1 FROM round WHERE round = $1', round)).length === 0) continue
    await stores.released.all(
      'INSERT INTO released (round, sha256, document) VALUES ($1, $2, $3) ON CONFLICT (round) DO NOTHING',
      round,
      sha256,
      document,
    )
  }
}
