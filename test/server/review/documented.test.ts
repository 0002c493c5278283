import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTerminal } from '../cli/peil.ts'

const guide = readFileSync('docs/instrument.md', 'utf8')
const commands = [...guide.matchAll(/^npm run -s peil -- (review-.*)$/gm)].map((match) => match[1] ?? '')

test('the commands that the guide names for correcting a text do what it says', async () => {
  const terminal = openTerminal()
  const folder = join(terminal.dataFolder, 'sheets')
  const before = readFileSync('locales/nb/privacy.json', 'utf8')
  const printed: unknown[] = []
  for (const command of commands) {
    const { status, stdout, stderr } = await terminal.peil(...command.replaceAll(/\bsheets\b/g, folder).split(' '))
    expect([status, stderr], command).toEqual([0, ''])
    printed.push(JSON.parse(stdout))
  }
  expect(printed).toEqual([
    { sheets: [join(folder, 'privacy.nb.html'), join(folder, 'privacy.nb.csv')], notWhole: [] },
    expect.objectContaining({ corrected: 0, faults: [], written: [] }),
    expect.objectContaining({ corrected: 0, faults: [], written: [] }),
  ])
  expect(readFileSync('locales/nb/privacy.json', 'utf8')).toBe(before)
})

test('a text or a language that is not there is refused with those that are', async () => {
  const terminal = openTerminal()
  const text = await terminal.peil('review-sheet', '--out', terminal.dataFolder, '--pack', 'magic')
  expect([text.status, text.stdout]).toEqual([1, ''])
  expect(text.stderr).toContain('known barnehage skole sfo privacy')
  expect((await terminal.peil('review-sheet', '--out', terminal.dataFolder, '--language', 'xx')).stderr).toContain('known nb en')
  expect(await terminal.peil('review-import', 'nowhere.csv')).toEqual({ status: 1, stdout: '', stderr: 'The file cannot be read.\n' })
  expect((await terminal.peil('review-sheet')).status).toBe(2)
})
