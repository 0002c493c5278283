import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/protocol/canonical-json.ts'

function numberOf(bits: string): number {
  return Buffer.from(bits, 'hex').readDoubleBE()
}

test('the example of RFC 8785, section 3.2.2, comes out as printed there', () => {
  const read: unknown = JSON.parse(
    String.raw`{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }`,
  )
  expect(canonicalJson(read)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('names stand in the order of their UTF-16 units, as in RFC 8785, section 3.2.3', () => {
  const read = JSON.parse(
    String.raw`{ "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis" }`,
  ) as Record<string, string>
  const order = [
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]
  expect([...canonicalJson(read).matchAll(/:"(.*?)"(?=[,}])/g)].map(([, value]) => value)).toEqual(order)
})

/** RFC 8785, appendix B: the bits of a number, and how it is written. */
const numbers: readonly (readonly [bits: string, text: string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
]

test.each(numbers)('the number %s of RFC 8785, appendix B, is written %s', (bits, text) => {
  expect(canonicalJson([numberOf(bits)])).toBe(`[${text}]`)
})

test.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('the number %s has no text', (bits) => {
  expect(() => canonicalJson({ deep: [numberOf(bits)] })).toThrow('is no JSON')
})

test('whatever is read back is the same, and is written the same whatever order its fields came in', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([name, inside]) => [name, turned(inside)]),
    )
  }
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read: unknown = JSON.parse(JSON.stringify(value))
      expect(JSON.parse(canonicalJson(read))).toEqual(read)
      expect(canonicalJson(turned(read))).toBe(canonicalJson(read))
    }),
  )
  expect(canonicalJson({ b: undefined, a: [{ c: undefined }] })).toBe('{"a":[{}]}')
})
