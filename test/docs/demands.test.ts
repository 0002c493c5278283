import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const states = ['now', 'in part', 'planned', 'not answered']
const page = readFileSync('docs/demands.md', 'utf8')

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

/** The tables of a page by the heading they stand under. */
function tablesIn(markdown: string): ReadonlyMap<string, Table> {
  const sections = markdown.split(/^## /m).slice(1)
  return new Map(
    sections.map((section) => {
      const [head = '', , ...rows] = section.split('\n').filter((line) => line.startsWith('|'))
      return [section.split('\n', 1)[0] ?? '', { head: cellsOf(head), rows: rows.map(cellsOf) }]
    }),
  )
}

const tables = tablesIn(page)
const sources = [...tables].filter(([heading]) => /^(L|R|Ö|Ri|K): /.test(heading))
const demands = sources.flatMap(([, { rows }]) => rows)
const features = tables.get('Features')?.rows ?? []
const stateOf = (row: readonly string[]) => row.at(-1) ?? ''

/** What the page gets wrong about itself. */
function countFaults(): readonly string[] {
  const counted = sources.map(([heading, { rows }]) => [
    heading,
    ...states.map((state) => rows.filter((row) => stateOf(row) === state).length),
  ])
  const all = states.map((state) => demands.filter((row) => stateOf(row) === state).length)
  const expected = [...counted, ['all', ...all]].map(([name, ...numbers]) => [
    String(name),
    ...numbers.map(String),
    String(numbers.reduce<number>((sum, each) => sum + Number(each), 0)),
  ])
  const said = tables.get('Count')?.rows ?? []
  return expected.flatMap((row, at) => (row.join() === said[at]?.join() ? [] : [`${row.join(' ')} ≠ ${said[at]?.join(' ') ?? 'nothing'}`]))
}

test('all five sources stand there, and none of their demands is left out', () => {
  expect(sources.map(([heading, { rows }]) => [heading.split(':')[0], rows.length])).toEqual([
    ['L', 68],
    ['R', 26],
    ['Ö', 54],
    ['Ri', 82],
    ['K', 10],
  ])
  const numbers = sources.flatMap(([heading, { rows }]) => rows.map((_row, at) => `${heading.split(':')[0] ?? ''}${String(at + 1)}`))
  expect(demands.map(([number]) => number)).toEqual(numbers)
})

test('no cell is empty, and no row lacks one', () => {
  const faulty = [...tables.values()].flatMap(({ head, rows }) =>
    rows.filter((row) => row.length !== head.length || row.some((cell) => cell === '')),
  )
  expect(faulty).toEqual([])
})

test('every state is one of the four that the page explains', () => {
  expect(tables.get('States')?.rows.map(([state]) => state)).toEqual(states)
  expect([...demands, ...features].filter((row) => !states.includes(stateOf(row)))).toEqual([])
})

test('the counts at the top are those of the tables', () => {
  expect(countFaults()).toEqual([])
})

describe('a demand that is', () => {
  /** What the page says of each, by its number. */
  const inState = (state: string) =>
    [...demands, ...features].filter((row) => stateOf(row) === state).map((row) => `${row[0] ?? ''}: ${row.at(-2) ?? ''}`)

  test('answered in part says what is missing, what is planned, or what is not for Peil to do', () => {
    const honest =
      /missing:|planned|not in the design|outside Peil|outside it|task|decision|to decide|to give|theirs|Peil asks no|to support|are outside|does not hold/i
    expect(inState('in part').filter((row) => !honest.test(row))).toEqual([])
  })

  test('planned names a part that the page lists as planned', () => {
    const parts = /unit plan|profile editor|letters and drafts|comparing rounds|figures as files|sign-in with feide/i
    expect(inState('planned').filter((row) => !parts.test(row))).toEqual([])
  })

  test('not answered says why', () => {
    const why = /task|decision|not in the design|outside Peil|each system's owner/i
    expect(inState('not answered').filter((row) => !why.test(row))).toEqual([])
  })

  test('answered now leaves nothing for later', () => {
    expect(inState('now').filter((row) => /missing:|planned/i.test(row))).toEqual([])
  })
})

test('every feature from F01 to F32 stands in the list, once', () => {
  const codes = Array.from({ length: 32 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`)
  expect(features.map(([code]) => code)).toEqual(codes)
})
