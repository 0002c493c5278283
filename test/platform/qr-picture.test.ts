import { expect, test } from 'vitest'
import { encodeBase64url } from '../../src/protocol/base64url.ts'
import { slipLink } from '../../src/protocol/slip.ts'
import { look } from '../../src/platform/qr-picture.ts'
import { type Shot, photograph } from '../support/slip-picture.ts'

/** As long as a slip's link gets: a long origin and unit. */
const link = slipLink('https://peil.storkommune.example', {
  round: encodeBase64url(Uint8Array.from({ length: 16 }, (_, at) => at * 13)),
  unit: '974767880-solstrala',
  code: '7KQM2XRD9PAFHT4W',
  keyId: encodeBase64url(Uint8Array.from({ length: 32 }, (_, at) => at * 7)),
})
const other = link.replace('7KQM', '8KQM')

const shots: readonly (readonly [string, Shot])[] = [
  ['straight from above', {}],
  ...[17, 45, 90, 133, 180, 270, 341].map((turned) => [`turned by ${turned}°`, { turned }] as const),
  ...[15, 20, 35, 45].map((back) => [`leaning back by ${back}°`, { tilted: [back, 0] }] as const),
  ['leaning sideways', { tilted: [0, 40] }],
  ['leaning both ways', { tilted: [30, 30] }],
  ['small, three pixels to a module', { side: 180 }],
  ['smaller, two pixels to a module', { side: 130 }],
  ['out of focus', { blur: 1 }],
  ['far out of focus, close up', { blur: 2, side: 480 }],
  ['in a dark room', { light: [8, 45], noise: 3 }],
  ['faint, on grey paper', { light: [100, 122] }],
  ['against the light', { light: [200, 250] }],
  ['half in shadow', { shadow: 0.85 }],
  ['with the noise of a small sensor', { noise: 14 }],
  ['with the noise of a small sensor in poor light', { noise: 40 }],
  ['in a hand by the window', { turned: 12, tilted: [18, 10], blur: 1, noise: 8, light: [45, 190], shadow: 0.4, side: 300 }],
  ['in a hand in the evening', { turned: -23, tilted: [20, -12], noise: 6, light: [15, 80], shadow: 0.3, side: 340 }],
  ['on the table, seen from above the coffee', { turned: 104, tilted: [12, 20], blur: 1, noise: 6, light: [60, 200], side: 260 }],
]

test.each(shots)('a slip %s is read', (_how, shot) => {
  expect(look(photograph([link], shot)).codes).toEqual([link])
})

test('two slips that are not yet cut apart are both seen', () => {
  expect(look(photograph([link, other], { side: 300 })).codes.toSorted()).toEqual([link, other].toSorted())
})

test('a table without a slip holds no code', () => {
  expect(look(photograph([], { noise: 10 }))).toEqual({ codes: [], light: 'enough' })
})

test('what no eye could read is not read as something else', () => {
  for (const shot of [{ blur: 8 }, { side: 50 }, { noise: 160 }]) expect(look(photograph([link], shot)).codes).toEqual([])
})

test.each([
  ['dark', 'a slip in a room without light', { light: [0, 40] }, [link]],
  ['none', 'a covered lens', { light: [2, 4] }, []],
  ['enough', 'a white wall', { light: [230, 232] }, []],
] as const)('%s: %s', (light, _what, shot, codes) => {
  expect(look(photograph(codes, shot)).light).toBe(light)
})
