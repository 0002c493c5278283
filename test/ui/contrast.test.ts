import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The theme as it is written, block by block. `auto` repeats the dark block for those whose device is dark. */
const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')

type Scheme = Readonly<Record<string, string>>

function blockAfter(selector: string): Scheme {
  const from = css.indexOf(selector)
  expect(from, selector).toBeGreaterThan(-1)
  const block = css.slice(css.indexOf('{', from) + 1, css.indexOf('color-scheme:', from))
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

const light = blockAfter("[data-color-scheme='light']")
const dark = blockAfter("\n    [data-color-scheme='dark']")
const auto = blockAfter("[data-color-scheme='auto']")

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, 1.4.3. */
function contrast(scheme: Scheme, one: string, other: string): number {
  const [high = 0, low = 0] = [one, other]
    .map((token) => {
      const hex = scheme[token]
      if (hex === undefined) throw new Error(`no colour called ${token}`)
      return luminance(hex)
    })
    .toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const palettes = ['accent', 'neutral', 'brand1', 'success', 'danger']
const grounds = ['background-default', 'background-tinted', 'surface-default', 'surface-tinted']

type Pair = readonly [string, string, number]

/** What the app writes on what, and the least ratio it must have. */
function pairsOf(palette: string): readonly Pair[] {
  const color = (role: string): string => `ds-color-${palette}-${role}`
  return [
    ...grounds.map((ground): Pair => [color('text-default'), color(ground), 7]),
    ...grounds.map((ground): Pair => [color('text-subtle'), color(ground), 4.5]),
    [color('base-contrast-default'), color('base-default'), 4.5],
    [color('base-contrast-default'), color('base-hover'), 4.5],
    [color('border-default'), color('background-default'), 3],
    [color('border-default'), color('surface-default'), 3],
    [color('border-strong'), color('surface-tinted'), 3],
  ]
}

const pairs: readonly Pair[] = [
  ...palettes.flatMap(pairsOf),
  // Coloured words stand on neutral paper and cards too.
  ...palettes.flatMap((palette): Pair[] => [
    [`ds-color-${palette}-text-subtle`, 'ds-color-neutral-background-default', 4.5],
    [`ds-color-${palette}-text-subtle`, 'ds-color-neutral-surface-default', 4.5],
  ]),
  ...[1, 2, 3, 4, 5].flatMap((depth): Pair[] => [
    [`peil-depth-${depth}-text`, `peil-depth-${depth}`, 4.5],
    [`peil-depth-${depth}-text`, `peil-depth-${depth}-texture`, 4.5],
  ]),
  ['ds-color-focus-outer', 'ds-color-neutral-background-default', 3],
  ['ds-color-focus-outer', 'ds-color-neutral-surface-default', 3],
  ['ds-color-accent-base-default', 'ds-color-neutral-surface-default', 3],
]

test.each([
  ['light', light],
  ['dark', dark],
] as const)('every text, border and control can be told from its ground in the %s scheme', (_name, scheme) => {
  const tooFaint = pairs.flatMap(([one, other, least]) => {
    const ratio = contrast(scheme, one, other)
    return ratio < least ? [`${one} on ${other}: ${ratio.toFixed(2)} < ${least}`] : []
  })
  expect(tooFaint).toEqual([])
  expect(pairs.length).toBeGreaterThan(80)
})

test('a device that is dark by itself gets the same dark scheme', () => {
  expect(auto).toEqual(dark)
})
