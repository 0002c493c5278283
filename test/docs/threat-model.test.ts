import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/threat-model.md', 'utf8')
const sections = page.split(/^## /m).slice(1)
const headingOf = (section: string) => section.split('\n', 1)[0] ?? ''

type Row = {
  readonly attacker: string
  readonly threat: string
  readonly answer: string
  readonly shownBy: string
  readonly leftOver: string
}

function rowsIn(section: string): readonly Row[] {
  const [, , ...lines] = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.map((line) => {
    const [threat = '', answer = '', shownBy = '', leftOver = '', ...more] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    expect([line, more]).toEqual([line, []])
    return { attacker: headingOf(section), threat, answer, shownBy, leftOver }
  })
}

const rows = sections.flatMap(rowsIn)
const withoutTest = /^(cannot be shown|not answered yet): \S.+$/
const isShown = ({ shownBy }: Row) => !withoutTest.test(shownBy)

/** The tests that a row names: a file, and titles in it. */
function testsIn({ shownBy }: Row): readonly (readonly [path: string, title: string])[] {
  return shownBy.split('<br>').flatMap((each) => {
    const [, path = '', titles = ''] = /^`([^`]+)` (“.+”)$/.exec(each) ?? []
    return titles.split(' · ').map((title) => [path, title.slice(1, -1)] as const)
  })
}

const literal = String.raw`\s*(['"\x60])((?:\\.|(?!\1)[^\n\\])+)\1`
/** Of tests and of groups of them, with the places that a table of cases fills. */
const titles = [new RegExp(String.raw`\b(?:test|it|describe)\(${literal}`, 'g'), new RegExp(String.raw`\)\(${literal}\s*,`, 'g')]

function titlesIn(path: string): readonly string[] {
  if (!existsSync(path)) return []
  const source = readFileSync(path, 'utf8')
  return titles.flatMap((pattern) => [...source.matchAll(pattern)].map(([, , title = '']) => title.replace(/\\(.)/g, '$1')))
}

test('every attacker has a table, and no row lacks a cell', () => {
  expect([...new Set(rows.map(({ attacker }) => attacker))]).toEqual([
    'Operator',
    'Somebody with the files',
    'Network observer',
    'Unit leader',
    'Owner',
    'Colleague at the same tablet',
    'Colleagues who pool their answers',
    'Outsider',
    'Hostile web page',
    'Dependencies and supply',
    'Lost or stolen tablet',
  ])
  expect(rows.filter((row) => Object.values(row).includes(''))).toEqual([])
  expect(rows.filter((row) => isShown(row) && row.answer === '–')).toEqual([])
})

test('every row names tests that exist, by file and title, or says why there is none', () => {
  const missing = rows
    .filter(isShown)
    .flatMap((row) => testsIn(row).filter(([path, title]) => !titlesIn(path).includes(title)))
    .map(([path, title]) => `${path}: ${title}`)
  expect(missing).toEqual([])
})

test('what no test shows stands at the end as left over, and nothing else does', () => {
  const last = sections.find((section) => headingOf(section) === 'What is left over') ?? ''
  const listed = [...last.matchAll(/^- \*\*(.+?)\*\* \((.+?)\)\./gm)].map(([, threat, attacker]) => `${attacker}: ${threat}`)
  expect(listed).toEqual(rows.filter((row) => !isShown(row)).map(({ attacker, threat }) => `${attacker}: ${threat}`))
})
