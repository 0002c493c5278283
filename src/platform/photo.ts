import { sizesOf } from './pixels.ts'
import { type QrReader, startQrReader } from './qr-reader.ts'

/** The QR codes in a picture from the device. It is read here and goes nowhere. Nothing comes back where the file is no picture. */
export async function readPhoto(file: Blob, startReader: () => QrReader = startQrReader): Promise<readonly string[] | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (picture === undefined) return undefined
  const reader = startReader()
  try {
    for (const pixels of sizesOf(picture)) {
      const { codes } = await reader.look(pixels)
      if (codes.length > 0) return codes
    }
    return []
  } finally {
    reader.close()
    picture.close()
  }
}
