import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/server/config.ts'
import { retentionRules } from '../../src/server/retention/rules.ts'

const config = readConfig({})
if (!config.ok) throw new Error('the default configuration is refused')

test('the page on retention says what the server does, in the words of `peil retention`', () => {
  const rows = retentionRules(config.value).map(
    ({ what, where, howLong, removedBy }) => `| ${what} | ${where} | ${howLong} | ${removedBy} |`,
  )
  const table = ['| what | where | how long | removed by |', '| --- | --- | --- | --- |', ...rows]
  const page = readFileSync('docs/retention.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replace(/\s+/g, ' ').replace(/-{3,}/g, '---'))
  expect(page).toEqual(table)
})
