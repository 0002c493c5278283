import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from './slip-picture.ts'

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

/** A picture as a file from a photo library. */
export function pngOf({ width, height, data }: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 6], 8)
  const lines = Array.from({ length: height }, (_, y) => Buffer.from([0, ...data.subarray(y * width * 4, (y + 1) * width * 4)]))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(lines))), chunk('IEND', Buffer.alloc(0))])
}

/** Pictures in grey as a video that Chromium's pretended camera shows, over and over. All are equally large, in even numbers. */
export function y4mOf(pictures: readonly Picture[], perSecond: number): Buffer {
  const { width = 0, height = 0 } = pictures[0] ?? {}
  const frames = pictures.flatMap(({ data }) => [
    Buffer.from('FRAME\n'),
    Buffer.from(data.filter((_, at) => at % 4 === 0)),
    Buffer.alloc((width * height) / 2, 128),
  ])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F${perSecond}:1 Ip A1:1 C420jpeg\n`), ...frames])
}
