import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test('every command that the README names exists', () => {
  const named = [...readme.matchAll(/`npm (?:run (?:-s )?)?([a-z:]+)/g)].map((match) => match[1] ?? '')
  expect(named).toContain('start')
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('the room table of the README is the house as it stands', () => {
  const listed = [...readme.matchAll(/^\| `src\/([a-z0-9]+)`/gm)].map((match) => match[1] ?? '')
  expect(listed.toSorted()).toEqual(readdirSync('src').toSorted())
})

test('every file that the README points to is there', () => {
  const files = [...readme.matchAll(/`(docs\/[^`]+)`|\]\((docs\/[^)]+)\)/g)].map((match) => match[1] ?? match[2] ?? '')
  expect(files.length).toBeGreaterThan(2)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})
