import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

test('every button and heading that the page on a shared tablet names is called so in Peil', () => {
  const words = readdirSync('locales/nb').flatMap((file) => textsIn(JSON.parse(readFileSync(`locales/nb/${file}`, 'utf8'))))
  const named = [...readFileSync('docs/shared-ipad.md', 'utf8').matchAll(/«([^»]+)»/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((name) => !words.includes(name))).toEqual([])
})

test('every file that the page on the PIN points to is there', () => {
  const page = readFileSync('docs/pin.md', 'utf8')
  const files = [...page.matchAll(/`((?:src|test)\/[^`]+)`/g)].map(([, file = '']) => file)
  expect(files.length).toBeGreaterThan(8)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})
