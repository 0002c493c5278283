import { type Result, fail } from '../../domain/result.ts'
import { type LinkRefusal, type LinkedEntry, parseScanned } from '../../sync/entry.ts'

/** What the device's camera is for us. Pictures are looked at and forgotten: only codes come out. */
export type Scanner = {
  readonly openCamera: (video: HTMLVideoElement, watcher: Watcher, until: AbortSignal) => Promise<'open' | CameraRefusal>
  /** The codes in a picture; nothing if it is none. */
  readonly readPhoto: (file: Blob) => Promise<readonly string[] | undefined>
}
type Watcher = { readonly onSight: (sight: Sight) => void; readonly onLost: (loss: CameraLoss) => void }
type CameraRefusal = 'not-allowed' | 'no-camera' | 'busy' | 'unsupported'
type CameraLoss = 'hidden' | 'taken' | 'unsupported'
/** One look of the camera, `after` milliseconds. */
export type Sight = { readonly codes: readonly string[]; readonly light: 'enough' | 'dark' | 'none'; readonly after: number }

export type ScanFault = LinkRefusal | { readonly kind: 'several' | 'same-round' }
/** Where the person is: on which server, and in which round if one is open already. */
export type Where = { readonly origin: string; readonly round: string | undefined }
type Reading = (Found & { readonly text: string }) | { readonly kind: 'none' } | Faulty

type Faulty = { readonly kind: 'fault'; readonly fault: ScanFault }
/** What is said while the camera or a picture is looked at. */
export type Saying = { readonly kind: 'starting' | 'reading' | 'looking' | 'slow' | 'dark' | 'blank' } | Faulty
/** Why nothing is looked at any more. */
export type Trouble = { readonly kind: CameraRefusal | CameraLoss | 'no-code' | 'no-picture' } | Faulty
type Found = { readonly kind: 'found'; readonly entry: LinkedEntry }

/** The code of the round that is open already leads nowhere. */
function readCode(text: string, { origin, round }: Where): Result<LinkedEntry, ScanFault> {
  const entry = parseScanned(text, origin)
  return entry.ok && entry.value.kind === 'round' && entry.value.round === round ? fail({ kind: 'same-round' }) : entry
}

/** A slip among other codes counts. Two slips do not: nobody should use up a colleague's. */
function readCodes(codes: readonly string[], where: Where): Reading {
  const read = codes.map((text) => ({ text, entry: readCode(text, where) }))
  const good = read.flatMap(({ text, entry }) => (entry.ok ? [{ text, entry: entry.value }] : []))
  if (good.length > 1) return { kind: 'fault', fault: { kind: 'several' } }
  if (good[0] !== undefined) return { kind: 'found', ...good[0] }
  const faults = read.flatMap(({ entry }) => (entry.ok ? [] : [entry.error]))
  const fault = faults.find(({ kind }) => kind !== 'not-a-slip') ?? faults[0]
  return fault === undefined ? { kind: 'none' } : { kind: 'fault', fault }
}

/** Milliseconds before help is offered, and how long a word about another code stands. */
const patience = { blank: 3000, dark: 4000, slow: 12_000, fault: 5000 }

function hintFor({ light, after }: Sight): Saying {
  if (light === 'none' && after > patience.blank) return { kind: 'blank' }
  if (light === 'dark' && after > patience.dark) return { kind: 'dark' }
  return { kind: after > patience.slow ? 'slow' : 'looking' }
}

/**
 * Judges one look after the other. A slip counts when two looks see it and no other in between: where several lie side by side,
 * a single look may miss all but one.
 */
export function judge(where: Where): (sight: Sight) => Found | Saying {
  let seen: string | undefined
  let last: { readonly fault: Faulty; readonly at: number } | undefined
  return (sight) => {
    const reading = readCodes(sight.codes, where)
    if (reading.kind === 'found') {
      if (reading.text === seen) return reading
      seen = reading.text
    } else if (reading.kind === 'fault') {
      seen = undefined
      last = { fault: reading, at: sight.after }
    }
    return last !== undefined && sight.after - last.at < patience.fault ? last.fault : hintFor(sight)
  }
}

/** A picture is looked at once: what it does not show is told at once. */
export function judgePicture(codes: readonly string[] | undefined, where: Where): Found | Trouble {
  if (codes === undefined) return { kind: 'no-picture' }
  const reading = readCodes(codes, where)
  return reading.kind === 'none' ? { kind: 'no-code' } : reading
}
