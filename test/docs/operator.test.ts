import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { initialised } from '../../src/protocol/admin.ts'
import { describeConfig, readConfig } from '../../src/server/config.ts'
import { createMetrics } from '../../src/server/operation/metrics.ts'
import { openTerminal } from '../server/cli/peil.ts'

const page = readFileSync('docs/operator.md', 'utf8')
const block = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]+?)^\`\`\``, 'gm'))].map((match) => match[1] ?? '')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test('the commands of the page do what it says, one after the other', async () => {
  const terminal = openTerminal()
  const commands = block('sh')
    .flatMap((each) => each.split('\n'))
    .flatMap((line) => /^npm run -s peil -- (.+)$/.exec(line)?.[1] ?? [])
  expect(commands.map((command) => command.split(' ')[0])).toEqual(['init', 'verify', 'backup', 'restore', 'verify', 'backup'])
  const backups = join(terminal.dataFolder, '..', 'backups')
  const printed: unknown[] = []
  for (const command of commands) {
    if (command.startsWith('restore')) rmSync(terminal.dataFolder, { recursive: true })
    const ran = await terminal.peil(...command.replace('/var/backups/peil', backups).split(' '))
    expect([ran.status, ran.stderr], command).toEqual([0, ''])
    printed.push(JSON.parse(ran.stdout))
  }
  expect(initialised.safeParse(printed[0]).success).toBe(true)
  expect(printed.slice(1)).toMatchObject([
    { faults: [] },
    { backup: join(backups, 'monday'), files: [{ store: 'issuer' }, { store: 'released' }] },
    { restored: join(backups, 'monday'), rounds: [] },
    { faults: [] },
    { backup: join(backups, 'before-update') },
  ])
  expect(readdirSync(join(backups, 'monday')).toSorted()).toEqual(['issuer.sqlite', 'peil-stores.json', 'released.sqlite'])
}, 40_000)

test('a refused restore, a backup over another and faults are told by the exit status', async () => {
  const terminal = openTerminal()
  expect(await terminal.peil('verify')).toMatchObject({ status: 1, stderr: 'There are no stores in PEIL_DATA.\n' })
  expect(await terminal.peil('restore', terminal.dataFolder)).toMatchObject({ status: 1, stderr: 'There is no backup in this folder.\n' })
  await terminal.peil('init', '--municipality', 'Fjordvik')
  expect(await terminal.peil('backup', terminal.dataFolder)).toMatchObject({ status: 1, stdout: '' })
  rmSync(join(terminal.dataFolder, 'released.sqlite'))
  const faulty = await terminal.peil('verify')
  expect([faulty.status, JSON.parse(faulty.stdout)]).toMatchObject([1, { faults: [{ store: 'released', kind: 'missing' }] }])
  for (const words of [['backup'], ['restore', 'a', 'b'], ['verify', 'a']]) expect((await terminal.peil(...words)).status).toBe(2)
}, 40_000)

test('the service starts what is there, with settings that exist and are right', () => {
  const [service = ''] = block('ini')
  const settings = Object.fromEntries(
    [...service.matchAll(/^Environment=([A-Z_]+)=(.*)$/gm)].map((match) => [match[1] ?? '', match[2] ?? '']),
  )
  const config = readConfig(settings)
  if (!config.ok) throw new Error(config.error.map(({ line }) => line).join('\n'))
  const known = describeConfig(config.value).map(({ name }) => name)
  expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([])
  const [, program = '', script = ''] = /^ExecStart=\/opt\/peil\/(\S+) (\S+)$/m.exec(service) ?? []
  expect([existsSync(program), existsSync(script)]).toEqual([true, true])
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(service)?.[1])).toBeGreaterThan(25)
  for (const [, name = ''] of page.matchAll(/npm run ([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(name)
  for (const [, name = ''] of page.matchAll(/`([A-Z]+_[A-Z_]+)`/g)) expect(known).toContain(name)
})

test('the service writes no memory to the disk, neither when it crashes nor when memory is short', () => {
  for (const line of ['LimitCORE=0', 'MemorySwapMax=0']) expect(block('ini')[0]?.split('\n')).toContain(line)
})

test('the proxy of the page keeps no log, and takes what the server takes', () => {
  const [proxy = ''] = block('nginx')
  expect(proxy).toContain('access_log off;')
  expect(proxy).toContain('error_log /dev/null')
  expect(proxy).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
  expect(Number(/client_max_body_size (\d+)m/.exec(proxy)?.[1])).toBeGreaterThanOrEqual(2)
})

test('every metric there is stands on the page, and no other', async () => {
  const gauges = { ready: () => true, rounds: () => Promise.resolve({ open: 0, closed: 0, released: 0 }), memory: process.memoryUsage }
  const given = await createMetrics(() => new Date(0), gauges).page()
  const named = [...page.matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/`(\w+)`/g)].map((each) => each[1]),
  )
  expect(named.toSorted()).toEqual([...given.matchAll(/^# TYPE (\w+)/gm)].map((match) => match[1]).toSorted())
})
