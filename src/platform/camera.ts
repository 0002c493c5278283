import { middleOf } from './pixels.ts'
import type { Pixels, Sight } from './qr-picture.ts'
import { type QrReader, startQrReader } from './qr-reader.ts'

/** Why there is no picture. `unsupported`: the browser, or an address without TLS, gives no page a camera. */
export type CameraRefusal = 'not-allowed' | 'no-camera' | 'busy' | 'unsupported'
/** Why it went off by itself. */
export type CameraLoss = 'hidden' | 'taken' | 'unsupported'

export type Watcher = {
  /** After every picture; `after`: milliseconds since the camera came on. */
  readonly onSight: (sight: Sight & { readonly after: number }) => void
  readonly onLost: (loss: CameraLoss) => void
}

/** Milliseconds between two pictures: a hand hardly moves faster, and the battery lasts. */
const pause = 100
/** So many pictures one after the other are not all bad: it is the reader that does not work here. */
const mostFailed = 20
/** Enough to read a slip at arm's length; more would only be slower. */
const wanted: MediaTrackConstraints = { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } }

const refusalOf: Readonly<Record<string, CameraRefusal>> = {
  NotAllowedError: 'not-allowed',
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

async function streamOf(): Promise<MediaStream | CameraRefusal> {
  if (!('mediaDevices' in navigator)) return 'unsupported'
  try {
    return await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false })
  } catch (error) {
    return (error instanceof DOMException ? refusalOf[error.name] : undefined) ?? 'unsupported'
  }
}

/**
 * Shows what the camera at the back sees, and tells of every code in it. A picture is looked at in memory and forgotten.
 * It goes out with `until`, even if that is over before the person has allowed it; when the page is hidden; and when something else takes it.
 */
export async function openCamera(
  video: HTMLVideoElement,
  { onSight, onLost }: Watcher,
  until: AbortSignal,
  startReader: () => QrReader = startQrReader,
): Promise<'open' | CameraRefusal> {
  const stream = await streamOf()
  if (typeof stream === 'string') return stream
  const tracks = stream.getTracks()
  const putOut = (): void => {
    for (const track of tracks) track.stop()
  }
  const reader = started(startReader)
  if (reader === undefined) {
    putOut()
    return 'unsupported'
  }
  const over = new AbortController()
  const { signal } = over
  const lose = (loss: CameraLoss): void => {
    if (signal.aborted) return
    over.abort()
    onLost(loss)
  }
  signal.addEventListener('abort', () => {
    putOut()
    reader.close()
    if (video.srcObject === stream) video.srcObject = null
  })
  for (const track of tracks) track.addEventListener('ended', () => lose('taken'), { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && lose('hidden'), { signal })
  until.addEventListener('abort', () => over.abort(), { signal })
  if (until.aborted) over.abort()
  else if (document.visibilityState === 'hidden') lose('hidden')
  else show(video, stream)
  watch(middleOf(video), reader, onSight, () => signal.aborted).catch(() => lose('unsupported'))
  return 'open'
}

function started(startReader: () => QrReader): QrReader | undefined {
  try {
    return startReader()
  } catch {
    return undefined
  }
}

function show(video: HTMLVideoElement, stream: MediaStream): void {
  video.srcObject = stream
  // Refused where the page is left meanwhile. A picture that never comes is told of as one.
  video.play().catch(() => undefined)
}

/** Ends by throwing where the reader does not start, or fails whatever it is shown. */
async function watch(grab: () => Pixels | undefined, reader: QrReader, onSight: Watcher['onSight'], isOver: () => boolean): Promise<void> {
  const began = performance.now()
  let failed = 0
  while (!isOver()) {
    const pixels = grab()
    const sight: Sight = pixels === undefined ? { codes: [], light: 'none' } : await reader.look(pixels)
    if (isOver()) return
    failed = sight.failed ? failed + 1 : 0
    if (failed === mostFailed) throw new Error('the reader fails at every picture')
    onSight({ ...sight, after: performance.now() - began })
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
