import { expect, test } from 'vitest'
import { profileBytes } from '../../../src/protocol/profile.ts'
import type { Command } from '../../../src/server/cli/command.ts'
import { profileExport } from '../../../src/server/cli/profile-export.ts'
import { profileImport } from '../../../src/server/cli/profile-import.ts'
import { runCommand } from '../../../src/server/cli/run-command.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { profiles } from '../../../src/instruments/profiles/index.ts'
import { fileFaults, profileFile } from '../../../src/protocol/profile.ts'
import { resources } from '../../../src/instruments/resources.ts'
import { ownProfile } from '../../support/profile.ts'
import { openTerminal } from './peil.ts'

async function office(profile?: string) {
  const terminal = openTerminal()
  const stores = terminal.openStores()
  const { id: municipality } = await createMunicipality(stores.issuer, 'Fjordvik', profile)
  await stores.close()
  const run = (command: Command, ...words: string[]) => runCommand(command, words, terminal.environment)
  return {
    municipality,
    read: () => run(profileExport, '--municipality', municipality),
    take: (content: string, into = municipality) => run(profileImport, terminal.write('profile.json', content), '--municipality', into),
    log: async () => {
      const opened = terminal.openStores()
      const rows = await opened.issuer.all('SELECT who, action, detail FROM audit')
      await opened.close()
      return rows.map((row) => ({ ...row }))
    },
  }
}

test.each(profiles.map(({ id }) => id))('what comes with Peil as %s can be taken out, and would be taken in', async (id) => {
  const { read, take } = await office(id)
  const outcome = await read()
  const file = profileFile.parse('print' in outcome ? outcome.print : undefined)
  expect(fileFaults(file, resources)).toEqual([])
  expect((await take(JSON.stringify(file))).kind).toBe('done')
})

test('an own profile comes back as it went in, and the log knows who and no more', async () => {
  const { read, take, log } = await office()
  expect((await take(`\uFEFF${JSON.stringify(ownProfile())}`)).kind).toBe('done')
  expect(await read()).toEqual({ kind: 'done', print: ownProfile() })
  expect(await log()).toEqual([{ who: 'operator', action: 'profile-edited', detail: '{}' }])
})

test.each([
  ['is no JSON', 'profile', 'is not JSON', undefined],
  ['is too large', `"${'x'.repeat(profileBytes)}"`, 'larger than such a file can be', undefined],
  [
    'lacks a field',
    JSON.stringify({ ...ownProfile(), profile: { ...ownProfile().profile, country: undefined } }),
    'has faults',
    { field: 'profile.country' },
  ],
  ['hides what is nowhere', JSON.stringify(ownProfile({ hiddenResources: ['nowhere'] })), 'has faults', { kind: 'unknown', id: 'nowhere' }],
])('a file that %s is refused with what is wrong, and nothing is stored', async (_what, content, reason, fault) => {
  const { read, take, log } = await office('orebro')
  expect(await take(content)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining(reason) as string,
    ...(fault && { print: { faults: [fault] } }),
  })
  expect(await log()).toEqual([])
  expect(await read()).toMatchObject({ print: { profile: { id: 'orebro' } } })
})

test('a municipality that does not exist has none, and one of a newer Peil is not known', async () => {
  const { take } = await office()
  expect(await take(JSON.stringify(ownProfile()), 'nowhere')).toMatchObject({
    kind: 'refused',
    message: 'There is no municipality with this id.',
  })
  const { read } = await office('of-a-newer-peil')
  expect(await read()).toMatchObject({ kind: 'refused', message: expect.stringContaining('known nasjonal') as string })
})
