import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { prepareServer } from '../support/server-process.ts'
import { openTerminal } from '../server/cli/peil.ts'
import { blocks, byHand, onDatabase, page } from './guide.ts'
import { openMachine } from './shell.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test('every block is run, or stands on a short list that says why not', () => {
  const named = blocks.filter(({ mark }) => mark === 'by-hand')
  for (const { text } of named) expect(Object.keys(byHand).filter((start) => text.startsWith(start))).toHaveLength(1)
  for (const start of Object.keys(byHand)) expect(named.filter(({ text }) => text.startsWith(start)).length).toBeGreaterThan(0)
  expect(new Set(blocks.filter(({ language }) => language === 'sh').map(({ mark }) => mark))).toEqual(new Set(['', 'by-hand']))
  for (const [, name = ''] of page.matchAll(/npm run (?:-s )?([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(name)
})

/** What each block is expected to print, in the order of the page. A block with no such line prints nothing that matters. */
const printed: Readonly<Record<string, RegExp>> = {
  Settings: /"name": "METRICS_PORT",\s+"value": "\d+"/,
  'The service': /"ownerLink": "https:\/\/peil\.example\.no\/inn#/,
  Monitoring: /\{"ok":true\}\{"ready":true\}# HELP peil_requests_total/,
  'Every night': /"faults": \[\][\s\S]+"removed": \{\s+"links": 0[\s\S]+"backup": /,
  Backup: /"store": "issuer"[\s\S]+"store": "released"/,
  Restore: /"rounds": \[\][\s\S]+"faults": \[\]/,
  Update: /"backup": [\s\S]+"faults": \[\]/,
}

test('the commands of the page do what it says, one after the other, on a server that starts and stops as it says', async () => {
  const machine = await openMachine()
  const server = await prepareServer(machine.settings())
  onTestFinished(() => server.remove())
  const said = new Map<string, string>()
  for (const { section, language, mark, text } of blocks) {
    if (language !== 'sh' || onDatabase.includes(section)) continue
    if (text === 'systemctl start peil\n') await server.start()
    if (text === 'systemctl stop peil\n') expect(await server.stop()).toBe(0)
    if (mark === '') said.set(section, `${said.get(section) ?? ''}${await machine.run(text)}`)
  }
  expect([...said.keys()]).toEqual(Object.keys(printed))
  for (const [section, output] of said) expect(output).toMatch(printed[section] ?? /^$/)
  const backups = machine.here('/var/backups/peil')
  expect(readdirSync(backups).toSorted()).toEqual([new Date().toISOString().slice(0, 10), 'before-update', 'monday'])
  expect(readdirSync(join(backups, 'monday')).toSorted()).toEqual(['issuer.sqlite', 'peil-stores.json', 'released.sqlite'])
  expect(existsSync(machine.here('/var/lib/peil/broken/collector.sqlite'))).toBe(true)
  expect(await server.stop()).toBe(0)
}, 120_000)

test('a refused restore, a backup over another and faults are told by the exit status', async () => {
  const terminal = openTerminal()
  const nothing = 'There are no stores where PEIL_DATA or DATABASE_URL points.\n'
  expect(await terminal.peil('verify')).toMatchObject({ status: 1, stderr: nothing })
  expect(await terminal.peil('restore', terminal.dataFolder)).toMatchObject({ status: 1, stderr: 'There is no backup in this folder.\n' })
  await terminal.peil('init', '--municipality', 'Fjordvik')
  expect(await terminal.peil('backup', terminal.dataFolder)).toMatchObject({ status: 1, stdout: '' })
  rmSync(join(terminal.dataFolder, 'released.sqlite'))
  const faulty = await terminal.peil('verify')
  expect([faulty.status, JSON.parse(faulty.stdout)]).toMatchObject([1, { faults: [{ store: 'released', kind: 'missing' }] }])
  for (const words of [['backup'], ['restore', 'a', 'b'], ['verify', 'a']]) expect((await terminal.peil(...words)).status).toBe(2)
}, 40_000)
