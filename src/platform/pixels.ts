import type { Pixels } from './qr-picture.ts'

type Part = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Draws a part of a picture so large that its longest side is at most `longest`. One canvas serves them all. */
function drawer(): (source: CanvasImageSource, from: Part, longest: number) => Pixels | undefined {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return (source, from, longest) => {
    const scale = Math.min(1, longest / Math.max(from.width, from.height))
    const [width, height] = [Math.round(from.width * scale), Math.round(from.height * scale)]
    if (context === null || width === 0 || height === 0) return undefined
    Object.assign(canvas, { width, height })
    context.drawImage(source, from.x, from.y, from.width, from.height, 0, 0, width, height)
    return { width, height, data: new Uint8ClampedArray(context.getImageData(0, 0, width, height).data) }
  }
}

/** The middle of what the camera sees: the square that the person sees too. Nothing before the first picture. */
export function middleOf(video: HTMLVideoElement): () => Pixels | undefined {
  const draw = drawer()
  return () => {
    const { videoWidth, videoHeight } = video
    const side = Math.min(videoWidth, videoHeight)
    return draw(video, { x: (videoWidth - side) / 2, y: (videoHeight - side) / 2, width: side, height: side }, 800)
  }
}

/** A whole picture at each size it is large enough for: a slip that fills it is found in a small one, a slip far away in a large one. */
export function* sizesOf(picture: ImageBitmap): Generator<Pixels> {
  const draw = drawer()
  const { width, height } = picture
  const longest = Math.max(width, height)
  for (const size of [1000, 2200, 600]) {
    const pixels = size === 1000 || longest > size ? draw(picture, { x: 0, y: 0, width, height }, size) : undefined
    if (pixels !== undefined) yield pixels
  }
}
