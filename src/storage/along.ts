import type { Assessment } from '../domain/assessment/assessment.ts'
import { assessment as schema } from '../protocol/assessment.ts'
import type { PeilDatabase } from './database.ts'
import { onDevice } from './refusals.ts'
import type { Seal } from './seal.ts'

/** Lives as long as the tab, and not in the database: it is for the moment when that one cannot be written. */
const key = 'peil.along'
const parts = ['predictions', 'answers', 'confidence', 'vignettes', 'notes'] as const

type Part = (typeof parts)[number]
type Along = { readonly id: string; readonly changed?: Readonly<Partial<Record<Part, Readonly<Record<string, unknown>>>>> }
/** Bytes that only their owner can read. */
type SealedAlong = { readonly box: readonly number[] }

const nameIn = (seal: Seal): string => seal.nameOf('along', key)

/** What is other than it was. */
function changedIn(before: Assessment, after: Assessment, part: Part): Readonly<Record<string, unknown>> {
  const was: Readonly<Record<string, unknown>> = before[part]
  return Object.fromEntries(Object.entries(after[part]).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name])))
}

/** What belongs to somebody with a PIN lies in the tab as it does in the database: sealed. */
function wrapped(along: Along, seal: Seal | undefined): Along | SealedAlong {
  return seal === undefined ? along : { box: [...seal.seal(nameIn(seal), along)] }
}

function unwrapped(kept: Along | SealedAlong, seal: Seal | undefined): Along | undefined {
  if (!('box' in kept)) return seal === undefined ? kept : undefined
  return seal?.open(nameIn(seal), new Uint8Array(kept.box)) as Along | undefined
}

/** Keeps what is not saved until the page is loaded anew, and whoever it belongs to is in again. */
export function keepAlong({ seal }: PeilDatabase, stored: Assessment, shown: Assessment): void {
  const changed = Object.fromEntries(parts.map((part) => [part, changedIn(stored, shown, part)]))
  try {
    sessionStorage.setItem(key, JSON.stringify(wrapped({ id: stored.id, changed }, seal)))
  } catch {
    // A browser that keeps nothing at all has said so before.
  }
}

function read(seal: Seal | undefined): Along | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Along | SealedAlong | null
    return kept ? unwrapped(kept, seal) : undefined
  } catch {
    return undefined
  }
}

/** Only what fits an assessment that is still under way. Whatever else was done to it meanwhile stays. */
async function put(database: PeilDatabase, { id, changed }: Along): Promise<void> {
  await database.transaction('rw', database.assessments, async () => {
    const stored = await database.assessments.get(id)
    const merged = parts.map((part) => [part, { ...stored?.[part], ...changed?.[part] }])
    const parsed = schema.safeParse({ ...stored, ...Object.fromEntries(merged) })
    if (parsed.success && parsed.data.finishedAt === undefined) await database.assessments.put(parsed.data)
  })
}

/**
 * Saves what came along when the page was loaded anew. What cannot be saved now either stays for the next time; what somebody else has
 * left in the tab stays for them, unread.
 */
export async function takeAlong(database: PeilDatabase): Promise<void> {
  const along = read(database.seal)
  if (!along) return
  const saved = await onDevice(() => put(database, along))
  if (saved.ok) forgetAlong()
}

/** Nothing of anybody is left in the tab. */
export function forgetAlong(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
