import type { Pixels, Sight } from './qr-picture.ts'

/** Looks at pictures one at a time. Rejects if the browser cannot start it. */
export type QrReader = { readonly look: (pixels: Pixels) => Promise<Sight>; readonly close: () => void }

/** The reader is fetched here and nowhere before. */
export function startQrReader(): QrReader {
  const worker = new Worker(new URL('./qr-worker.ts', import.meta.url), { type: 'module' })
  return {
    look: (pixels) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Sight>) => {
          resolve(data)
        }
        worker.onerror = () => {
          reject(new Error('the reader did not start'))
        }
        worker.postMessage(pixels, [pixels.data.buffer])
      }),
    close: () => {
      worker.terminate()
    },
  }
}
