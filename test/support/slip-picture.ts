import { encode } from 'uqr'

/** Pixels as a canvas gives them. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }

/** How a sheet with QR codes lies before a camera. Lengths in pixels of the picture, angles in degrees. */
export type Shot = {
  readonly width?: number
  readonly height?: number
  /** Side of a code, quiet zone included. */
  readonly side?: number
  readonly turned?: number
  /** Leaning back and sideways, as a hand holds it. */
  readonly tilted?: readonly [number, number]
  readonly blur?: number
  /** Standard deviation of the sensor's noise. */
  readonly noise?: number
  /** What black and white become, 0 to 255. */
  readonly light?: readonly [number, number]
  /** How much darker one side is than the other, 0 to 1. */
  readonly shadow?: number
}

type Sheet = { readonly codes: readonly (readonly (readonly boolean[])[])[]; readonly side: number; readonly gap: number }
type Point = readonly [number, number, number]

const table = 0.35
/** Samples in each pixel, both ways: edges between modules are as soft as on a sensor. */
const samples = 2

/** Paper (1), ink (0) or the table around the sheet, at a place measured from the middle of the sheet. */
function tone({ codes, side, gap }: Sheet, x: number, y: number): number {
  const [length, margin] = [codes.length * (side + gap) - gap, side * 0.25]
  const [left, top] = [x + length / 2, y + side / 2]
  if (codes.length === 0 || top < -margin || top > side + margin || left < -margin || left > length + margin) return table
  const modules = codes[Math.floor(left / (side + gap))]
  const along = left % (side + gap)
  if (modules === undefined || left < 0 || along >= side) return 1
  const row = modules[Math.floor((top / side) * modules.length)]
  return row?.[Math.floor((along / side) * modules.length)] === true ? 0 : 1
}

const dot = (one: Point, other: Point): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2]

/** Shows the tone that the ray through a place in the picture meets: the sheet lies `far` away, turned and tilted round its middle. */
function seen(sheet: Sheet, far: number, turned: number, tilted: readonly [number, number]): (x: number, y: number) => number {
  const [r, b, a] = [turned, ...tilted].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number]
  const lean = (x: number, y: number): Point => {
    const depth = -x * Math.sin(a)
    return [x * Math.cos(a), y * Math.cos(b) - depth * Math.sin(b), y * Math.sin(b) + depth * Math.cos(b)]
  }
  const u = lean(Math.cos(r), Math.sin(r))
  const v = lean(-Math.sin(r), Math.cos(r))
  const normal: Point = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
  return (x, y) => {
    const ray: Point = [x, y, far]
    const scale = (normal[2] * far) / dot(normal, ray)
    return tone(sheet, scale * dot(ray, u) - far * u[2], scale * dot(ray, v) - far * v[2])
  }
}

/** The same noise every time. */
function noiseOf(seed: number): () => number {
  let state = seed
  return () => {
    let sum = 0
    for (let i = 0; i < 4; i += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      sum += state / 2 ** 32 - 0.5
    }
    return sum * Math.sqrt(3)
  }
}

/** One pass along rows or columns: three of each are close to a lens out of focus. */
function blurred(tones: Float32Array, width: number, height: number, radius: number, step: 1 | 0): Float32Array {
  const [lines, length, stride, next] = step === 1 ? [height, width, 1, width] : [width, height, width, 1]
  const smooth = new Float32Array(tones.length)
  const at = (line: number, i: number): number => tones[line * next + Math.min(length - 1, Math.max(0, i)) * stride] ?? 0
  for (let line = 0; line < lines; line += 1) {
    let sum = 0
    for (let i = -radius; i <= radius; i += 1) sum += at(line, i)
    for (let i = 0; i < length; i += 1) {
      smooth[line * next + i * stride] = sum / (2 * radius + 1)
      sum += at(line, i + radius + 1) - at(line, i - radius)
    }
  }
  return smooth
}

/** QR codes as slips are printed, side by side on one sheet, as a camera sees them. */
export function photograph(texts: readonly string[], shot: Shot = {}): Picture {
  const { width = 720, height = 720, side = 360, turned = 0, tilted = [0, 0], blur = 0, noise = 0, light = [20, 235], shadow = 0 } = shot
  const codes = texts.map((text) => encode(text, { ecc: 'M', border: 4 }).data)
  const at = seen({ codes, side, gap: side * 0.15 }, width * 1.2, turned, tilted)
  let tones: Float32Array = new Float32Array(width * height)
  for (let i = 0; i < tones.length; i += 1) {
    const [x, y] = [(i % width) - width / 2, Math.floor(i / width) - height / 2]
    let sum = 0
    for (let part = 0; part < samples ** 2; part += 1) {
      sum += at(x + ((part % samples) + 0.5) / samples, y + (Math.floor(part / samples) + 0.5) / samples)
    }
    tones[i] = sum / samples ** 2
  }
  for (let pass = 0; blur > 0 && pass < 3; pass += 1) {
    tones = blurred(blurred(tones, width, height, blur, 1), width, height, blur, 0)
  }
  const grain = noiseOf(7)
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let i = 0; i < tones.length; i += 1) {
    const lit = 1 - shadow * ((i % width) / width)
    data.fill((light[0] + (light[1] - light[0]) * (tones[i] ?? 0)) * lit + grain() * noise, i * 4, i * 4 + 3)
  }
  return { width, height, data }
}
