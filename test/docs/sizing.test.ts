import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/sizing.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** The rows of the page's tables, by their first cell. */
const rows = new Map(
  page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1))
    .map(([name = '', ...cells]) => [name.trim(), cells.map((cell) => cell.trim())]),
)

/** Numbers as people write them: `5,000` and `0.4`. */
function numbersIn(name: string): readonly number[] {
  const cells = rows.get(name)
  if (cells === undefined) throw new Error(`no row "${name}"`)
  return cells.map((cell) => Number(cell.replaceAll(',', ''))).filter((value) => !Number.isNaN(value))
}

const people = numbersIn('people')
const units = numbersIn('units')
const rounded = (value: number): number => Number(value.toPrecision(2))

test('what one person asks is twelve requests, and their time is the sum of what was measured', () => {
  const asked = ['joining with a slip', 'contributing, 10 to 30 minutes later', 'opening Peil once more before the release']
  const requests = asked.flatMap((when) => (rows.get(when)?.[0] ?? '').split(', '))
  expect(requests).toHaveLength(12)
  const count = (pattern: RegExp) => requests.filter((each) => pattern.test(each)).length
  const [first, same, joined] = [
    'processor time for the round, first time, ms',
    '… for the round, unchanged, ms',
    '… for who has joined, ms',
  ].map(numbersIn)
  const [token, contribution] = ['… for a token, ms', '… for a contribution, ms'].map(numbersIn)
  const small = count(/joined|configuration|collector/)
  const sums = [0, 1].map((engine) => {
    const of = (figures: readonly number[] | undefined) => figures?.[engine] ?? Number.NaN
    return of(first) + count(/unchanged/) * of(same) + small * of(joined) + of(token) + of(contribution)
  })
  expect(numbersIn('processor time for one person, ms')).toEqual(sums.map((sum) => Number(sum.toFixed(1))))
})

test('the peaks of the three sizes follow from their people', () => {
  const perPerson = Math.max(...numbersIn('processor time for one person, ms'))
  expect(numbersIn('requests a second in the busiest minute').map(rounded)).toEqual(people.map((each) => rounded((each * 12 * 5) / 3600)))
  expect(numbersIn('of these tokens, and as many contributions').map(rounded)).toEqual(people.map((each) => rounded((each * 5) / 3600)))
  expect(numbersIn('processors for the server in that minute').map(rounded)).toEqual(
    people.map((each) => rounded((each * 5 * perPerson) / 3600 / 1000)),
  )
})

test('the bytes of the three sizes follow from what was measured', () => {
  const [sqlite, postgres] = [0, 1]
  const perUnit = (name: string, engine: number) => (numbersIn(name)[engine] ?? Number.NaN) / 200
  for (const [engine, name] of [
    [sqlite, 'SQLite'],
    [postgres, 'PostgreSQL'],
  ] as const) {
    const nullifier = numbersIn('bytes a contribution adds until the release')[engine] ?? Number.NaN
    const kept = perUnit('kB of the issuer with 5,000 codes', engine) + perUnit('kB of counters for 200 units at most', engine)
    const open = people.map((each, at) => rounded(((each * nullifier) / 1024 + (units[at] ?? 0) * kept) / 1024))
    expect(numbersIn(`open, ${name}, MB`).map(rounded)).toEqual(open)
    const stays = perUnit('kB of the issuer after the release', engine) + perUnit('kB of the released document', engine)
    expect(numbersIn(`released, ${name}, MB`).map(rounded)).toEqual(units.map((each) => rounded((each * stays) / 1024)))
  }
})

test('the commands and pages that it names are there', () => {
  for (const [, name = ''] of page.matchAll(/npm run ([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(name)
  for (const [, path = ''] of page.matchAll(/\]\(([^)]+)\)/g)) expect(existsSync(`docs/${path}`), path).toBe(true)
})
