import { Decoder, Detector, binarize } from '@nuintun/qrcode'

/** Pixels as a canvas gives them. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }

/** What a picture shows: the QR codes in it, and whether there is light enough to find one. `failed`: the reader broke down over it. */
export type Sight = { readonly codes: readonly string[]; readonly light: 'enough' | 'dark' | 'none'; readonly failed?: true }

/** The brightest part of what is looked at, 0 to 255, and how far the darkest is from it. */
const dark = 70
const flat = 8
/** Parts of a picture that count as its darkest and brightest: single pixels are noise. */
const share = 0.02

function greyOf({ data }: Pixels): Uint8Array {
  const grey = new Uint8Array(data.length / 4)
  for (let i = 0, at = 0; i < grey.length; i += 1, at += 4) {
    grey[i] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 151 + (data[at + 2] ?? 0) * 28) >> 8
  }
  return grey
}

/** The noise of a small camera in poor light would hide a code: each pixel is mixed with its neighbours, 1 2 1 both ways. */
function smoothed(grey: Uint8Array, width: number): Uint8Array {
  const smooth = new Uint8Array(grey)
  const columns = new Uint16Array(width)
  const [tone, column] = [(at: number): number => grey[at] ?? 0, (x: number): number => columns[x] ?? 0]
  for (let row = width; row < grey.length - width; row += width) {
    for (let x = 0; x < width; x += 1) columns[x] = tone(row + x - width) + 2 * tone(row + x) + tone(row + x + width)
    for (let x = 1; x < width - 1; x += 1) smooth[row + x] = (column(x - 1) + 2 * column(x) + column(x + 1)) >> 4
  }
  return smooth
}

function extremes(grey: Uint8Array): readonly [number, number] {
  const counts = new Uint32Array(256)
  for (const tone of grey) counts[tone] = (counts[tone] ?? 0) + 1
  const least = grey.length * share
  const reached = (tones: readonly number[]): number => {
    let seen = 0
    return tones.find((tone) => (seen += counts[tone] ?? 0) >= least) ?? 0
  }
  const tones = [...counts.keys()]
  return [reached(tones), reached(tones.toReversed())]
}

/** A faint code on grey paper becomes black on white, as the reader expects it. */
function stretch(grey: Uint8Array, [low, high]: readonly [number, number]): void {
  for (let i = 0; i < grey.length; i += 1) {
    grey[i] = Math.min(255, Math.max(0, (((grey[i] ?? 0) - low) * 255) / (high - low)))
  }
}

type Found = { readonly codes: readonly string[]; readonly failed?: true }

/** Every code that can be read, each once. What the reader has found before it breaks down counts. */
function codesIn(grey: Uint8Array, { width, height }: Pixels): Found {
  const codes = new Set<string>()
  try {
    const decoder = new Decoder()
    const found = new Detector().detect(binarize(grey, width, height))
    let next = found.next()
    while (next.done !== true) {
      let isRead = false
      try {
        codes.add(decoder.decode(next.value.matrix).content)
        isRead = true
      } catch {
        // What looked like a code was none, or is too damaged.
      }
      next = found.next(isRead)
    }
    return { codes: [...codes] }
  } catch {
    return { codes: [...codes], failed: true }
  }
}

/** Looks for QR codes in a picture: first without its noise, then with every small part of it. */
export function look(pixels: Pixels): Sight {
  const grey = greyOf(pixels)
  const [low, high] = extremes(grey)
  if (high - low < flat) return { codes: [], light: high < dark ? 'none' : 'enough' }
  stretch(grey, [low, high])
  const found = codesIn(smoothed(grey, pixels.width), pixels)
  return { ...(found.codes.length > 0 ? found : codesIn(grey, pixels)), light: high < dark ? 'dark' : 'enough' }
}
