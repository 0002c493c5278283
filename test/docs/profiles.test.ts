import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { initialised } from '../../src/protocol/admin.ts'
import { profileBytes, profileFile } from '../../src/protocol/profile.ts'
import { profiles } from '../../src/instruments/profiles/index.ts'
import { openTerminal } from '../server/cli/peil.ts'

const page = readFileSync('docs/profiles.md', 'utf8')
const commands = [...page.matchAll(/^npm run -s peil -- (.*)$/gm)].map((match) => match[1] ?? '')

test('the commands of the page take a profile out and in again', async () => {
  const terminal = openTerminal()
  const { municipality } = await terminal.reading(initialised, 'init', '--municipality', 'Fjordvik', '--profile', 'ringsaker')
  const words = commands.map((command) => command.replace('MUNICIPALITY', municipality).replace(/ > .*/, '').split(' '))
  expect(words.map(([name]) => name)).toEqual(['profile-export', 'profile-import'])
  const [exporting = [], importing = []] = words
  const file = await terminal.reading(profileFile, ...exporting)
  expect(file.profile).toEqual(profiles.find(({ id }) => id === 'ringsaker'))
  expect(Object.keys(file.words)).toEqual(expect.arrayContaining(['nb', 'nn', 'sv', 'en']))

  const changed = { ...file, profile: { ...file.profile, validTo: 2031 } }
  const path = terminal.write('profile.json', JSON.stringify(changed))
  const imported = await terminal.peil(...importing.map((word) => (word === 'profile.json' ? path : word)))
  expect([imported.status, JSON.parse(imported.stdout)]).toEqual([
    0,
    { municipality, profile: 'ringsaker', languages: Object.keys(file.words) },
  ])
  expect(await terminal.reading(profileFile, ...exporting)).toEqual(changed)
}, 40_000)

test('the page says how large a file may be', () => {
  expect(page).toContain(`at most ${profileBytes / 1024} KiB`)
})
