// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type CameraLoss, openCamera } from '../../src/platform/camera.ts'
import { readPhoto } from '../../src/platform/photo.ts'
import type { Sight } from '../../src/platform/qr-picture.ts'
import type { QrReader } from '../../src/platform/qr-reader.ts'

class Track extends EventTarget {
  isLive = true
  stop = (): void => {
    this.isLive = false
  }
}

let track: Track
let answer: () => Promise<unknown>
let asked: unknown
let visibility: DocumentVisibilityState

beforeEach(() => {
  track = new Track()
  answer = () => Promise.resolve({ getTracks: () => [track] })
  visibility = 'visible'
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: (constraints: unknown) => {
        asked = constraints
        return answer()
      },
    },
  })
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(
    () => ({ drawImage: () => undefined, getImageData: () => ({ data: new Uint8ClampedArray(4) }) }) as never,
  )
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A picture with a camera, and everything that was told of it. */
function watched(look: () => Promise<Sight> = () => Promise.resolve({ codes: ['code'], light: 'enough' }), start?: () => QrReader) {
  const video = { videoWidth: 4, videoHeight: 3, srcObject: null, play: () => Promise.resolve() } as unknown as HTMLVideoElement
  const until = new AbortController()
  const sights: Sight[] = []
  const losses: CameraLoss[] = []
  let isClosed = false
  let told: () => void = () => undefined
  const open = () =>
    openCamera(
      video,
      {
        onSight: (sight) => {
          sights.push(sight)
          told()
        },
        onLost: (loss) => {
          losses.push(loss)
          told()
        },
      },
      until.signal,
      start ?? (() => ({ look, close: () => (isClosed = true) })),
    )
  const next = (): Promise<void> => new Promise((resolve) => (told = resolve))
  return { video, until, sights, losses, open, next, isClosed: () => isClosed }
}

test('the camera at the back is asked for, without sound, and every look is told of', async () => {
  const camera = watched()
  expect(await camera.open()).toBe('open')
  expect(asked).toMatchObject({ audio: false, video: { facingMode: { ideal: 'environment' } } })
  expect(camera.video.srcObject).not.toBeNull()
  await camera.next()
  expect(camera.sights[0]).toMatchObject({ codes: ['code'], light: 'enough' })
  camera.until.abort()
})

test('before the first picture the camera shows nothing', async () => {
  const camera = watched()
  Object.assign(camera.video, { videoWidth: 0, videoHeight: 0 })
  await camera.open()
  await camera.next()
  expect(camera.sights[0]).toMatchObject({ codes: [], light: 'none' })
  camera.until.abort()
})

test.each([
  ['NotAllowedError', 'not-allowed'],
  ['NotFoundError', 'no-camera'],
  ['OverconstrainedError', 'no-camera'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['SecurityError', 'unsupported'],
])('%s is told as %s', async (name, refusal) => {
  answer = () => Promise.reject(new DOMException('', name))
  expect(await watched().open()).toBe(refusal)
})

test('where pages get no camera, as without TLS, that is told', async () => {
  vi.stubGlobal('navigator', {})
  expect(await watched().open()).toBe('unsupported')
})

test('when it is over the camera is off, the picture gone and nothing more is told', async () => {
  const camera = watched()
  await camera.open()
  await camera.next()
  const before = camera.sights.length
  camera.until.abort()
  expect(track.isLive).toBe(false)
  expect(camera.video.srcObject).toBeNull()
  expect(camera.isClosed()).toBe(true)
  visibility = 'hidden'
  document.dispatchEvent(new Event('visibilitychange'))
  track.dispatchEvent(new Event('ended'))
  expect(camera.losses).toEqual([])
  expect(camera.sights.length).toBe(before)
})

test('a camera that is allowed after the person has left never comes on', async () => {
  let allow: (stream: unknown) => void = () => undefined
  answer = () => new Promise((resolve) => (allow = resolve))
  const camera = watched()
  const opened = camera.open()
  camera.until.abort()
  allow({ getTracks: () => [track] })
  await opened
  expect(track.isLive).toBe(false)
  expect(camera.video.srcObject).toBeNull()
})

test.each([
  [
    'the page is hidden',
    'hidden',
    () => {
      visibility = 'hidden'
      document.dispatchEvent(new Event('visibilitychange'))
    },
  ],
  ['something else takes the camera', 'taken', () => track.dispatchEvent(new Event('ended'))],
] as const)('when %s it goes off and is told, once', async (_what, loss, happen) => {
  const camera = watched()
  await camera.open()
  happen()
  happen()
  expect(track.isLive).toBe(false)
  expect(camera.losses).toEqual([loss])
})

test('a page that was hidden while it asked gets no camera', async () => {
  visibility = 'hidden'
  const camera = watched()
  await camera.open()
  expect(track.isLive).toBe(false)
  expect(camera.losses).toEqual(['hidden'])
})

test('a reader that does not start is told, and the camera goes off', async () => {
  const camera = watched(() => Promise.reject(new Error('no worker')))
  const told = camera.next()
  await camera.open()
  await told
  expect(camera.losses).toEqual(['unsupported'])
  expect(track.isLive).toBe(false)
})

test('a picture that the reader breaks down over is one without a code, and the next one is looked at', async () => {
  const sights: Sight[] = [
    { codes: [], light: 'enough', failed: true },
    { codes: ['code'], light: 'enough' },
  ]
  const camera = watched(() => Promise.resolve(sights.shift() ?? { codes: [], light: 'enough' }))
  await camera.open()
  await camera.next()
  await camera.next()
  expect(camera.sights.slice(0, 2).map(({ codes }) => codes)).toEqual([[], ['code']])
  expect(camera.losses).toEqual([])
  camera.until.abort()
})

test('a reader that breaks down over every picture is told, and the camera goes off', async () => {
  vi.useFakeTimers()
  const camera = watched(() => Promise.resolve({ codes: [], light: 'enough', failed: true }))
  await camera.open()
  await vi.advanceTimersByTimeAsync(10_000)
  vi.useRealTimers()
  expect(camera.losses).toEqual(['unsupported'])
  expect(track.isLive).toBe(false)
})

test('where no reader may be started at all, the camera goes off again', async () => {
  const camera = watched(undefined, () => {
    throw new DOMException('', 'SecurityError')
  })
  expect(await camera.open()).toBe('unsupported')
  expect(track.isLive).toBe(false)
})

/** A picture of a size, and the reader that finds a code where it is looked at in a certain width. */
function photo(width: number, height: number, readableAt?: number) {
  const looked: number[] = []
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width, height, close: () => undefined }))
  const reader = {
    look: ({ width: at }: { width: number }) => {
      looked.push(at)
      return Promise.resolve<Sight>({ codes: at === readableAt ? ['code'] : [], light: 'enough' })
    },
    close: () => undefined,
  }
  return { looked, read: () => readPhoto(new Blob(), () => reader) }
}

test('a picture is looked at small and large until a code is found', async () => {
  const large = photo(4000, 3000, 2200)
  expect(await large.read()).toEqual(['code'])
  expect(large.looked).toEqual([1000, 2200])
})

test('a picture without a code is looked at in each size it has', async () => {
  const small = photo(500, 400)
  expect(await small.read()).toEqual([])
  expect(small.looked).toEqual([500])
})

test('a file that is no picture is told as one', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('', 'InvalidStateError')))
  expect(await readPhoto(new Blob(['text']))).toBeUndefined()
})
