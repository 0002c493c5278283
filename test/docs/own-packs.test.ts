import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { initialised, roundOpened } from '../../src/protocol/admin.ts'
import { packChecked, packList, packLoaded, packUnloaded } from '../../src/protocol/own-pack.ts'
import { openTerminal } from '../server/cli/peil.ts'

const page = readFileSync('docs/own-packs.md', 'utf8')
const commands = [...page.matchAll(/^npm run -s peil -- (pack-.+)$/gm)].map((match) => match[1] ?? '')
const [, example = ''] = /```json\n([\s\S]+?)```/.exec(page) ?? []

test('the commands of the page do what it says, one after the other', async () => {
  const terminal = openTerminal()
  const { municipality } = await terminal.reading(initialised, 'init', '--municipality', 'Fjordvik')
  const file = terminal.write('pack.json', '')
  const printed: unknown[] = []
  for (const command of commands) {
    const [typed = '', into] = command.replace('MUNICIPALITY', municipality).split(' > ')
    const ran = await terminal.peil(...typed.split(' ').map((word) => (word === 'pack.json' ? file : word)))
    expect([ran.status, ran.stderr], command).toEqual([0, ''])
    if (into === 'pack.json') terminal.write('pack.json', ran.stdout)
    else printed.push(JSON.parse(ran.stdout))
  }
  const [checked, loaded, listed, unloaded] = printed
  expect(packChecked.parse(checked)).toMatchObject({ pack: { for: 'skole' }, faults: [] })
  const { sha256 } = packLoaded.parse(loaded)
  expect(packList.parse(listed).packs).toMatchObject([{ sha256, usedByNewRounds: true }])
  expect(packUnloaded.parse(unloaded).versions).toEqual([{ version: '2026.1', sha256, document: 'removed' }])
})

test('the example of the page is a pack without faults, and a round can ask it', async () => {
  const terminal = openTerminal()
  const file = terminal.write('example.json', example)
  const { municipality } = await terminal.reading(initialised, 'init', '--municipality', 'Fjordvik')
  expect((await terminal.peil('pack-check', file)).stdout).toContain('"faults": []')
  await terminal.reading(packLoaded, 'pack-load', file, '--municipality', municipality)
  await terminal.peil('units-import', terminal.write('units.csv', 'unit,name,sector\nfjord,Fjord,skole\n'), '--municipality', municipality)
  const units = [{ unit: 'fjord', headcount: { teacher: 5 } }]
  const round = { title: 'KI', municipality, closes: new Date(Date.now() + 30 * 86_400_000).toISOString(), modules: ['ai'], units }
  await terminal.reading(roundOpened, 'round-open', terminal.write('round.json', JSON.stringify(round)))
})
