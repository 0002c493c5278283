import { afterEach, expect, test, vi } from 'vitest'
import { type Sight, look } from '../../src/platform/qr-picture.ts'
import { photograph } from '../support/slip-picture.ts'

const broken = vi.hoisted(() => ({ pictures: 0, afterFirst: false }))

/** The real reader, but for the pictures over which it is to break down. */
vi.mock('@nuintun/qrcode', async (load) => {
  const real = await load<typeof import('@nuintun/qrcode')>()
  type Detect = InstanceType<typeof real.Detector>['detect']
  class Detector extends real.Detector {
    override *detect(binarized: Parameters<Detect>[0]): ReturnType<Detect> {
      const isBroken = broken.pictures > 0
      broken.pictures -= 1
      if (isBroken && !broken.afterFirst) throw new RangeError('offset is out of bounds')
      const found = super.detect(binarized)
      let next = found.next()
      while (next.done !== true) {
        next = found.next(yield next.value)
        if (isBroken) throw new RangeError('offset is out of bounds')
      }
    }
  }
  return { ...real, Detector }
})

const text = 'https://peil.test/r#1.a-slip'
const shown = photograph([text], {})

afterEach(() => {
  Object.assign(broken, { pictures: 0, afterFirst: false })
})

test('a picture that the reader breaks down over holds no code, and says so', () => {
  broken.pictures = 2
  expect(look(shown)).toEqual<Sight>({ codes: [], light: 'enough', failed: true })
  expect(look(shown), 'the next one is read').toEqual<Sight>({ codes: [text], light: 'enough' })
})

test('what breaks down over the picture without its noise is looked for in the picture as it is', () => {
  broken.pictures = 1
  expect(look(shown)).toEqual<Sight>({ codes: [text], light: 'enough' })
})

test('what was found before the reader broke down counts', () => {
  Object.assign(broken, { pictures: 1, afterFirst: true })
  expect(look(shown).codes).toEqual([text])
})
