import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Environment, describeConfig, readConfig } from '../../src/server/config.ts'
import { createMetrics } from '../../src/server/operation/metrics.ts'
import { page, settingsIn, tableAfter, textOf } from './guide.ts'

function configOf(environment: Environment) {
  const config = readConfig(environment)
  if (!config.ok) throw new Error(config.error.map(({ line }) => line).join('\n'))
  return config.value
}

const built = describeConfig(configOf({})).filter(({ meaning }) => !meaning.startsWith('not supported'))

test('every setting there is stands on the page, with what it is unless it is set', () => {
  const code = (text: string) => (text === '' ? '' : `\`${text}\``)
  expect(tableAfter('setting')).toEqual(built.map(({ name, value, meaning }) => [code(name), code(value), meaning]))
})

test('what the page sets can be set, and no setting on it is invented', () => {
  const names = built.map(({ name }) => name)
  for (const [, name = ''] of page.matchAll(/`([A-Z]+_[A-Z_]+)`/g)) expect(names).toContain(name)
  for (const [mark, role] of [
    ['', 'all'],
    ['issuer', 'issuer'],
    ['collector', 'collector'],
  ]) {
    const settings = settingsIn(textOf('env', mark))
    expect(configOf(settings)).toMatchObject({ role, publicOrigin: 'https://peil.example.no', demo: false })
    expect(Object.keys(settings).filter((name) => !names.includes(name))).toEqual([])
  }
})

const places = { PUBLIC_ORIGIN: 'https://peil.example', COLLECTOR_ORIGIN: 'https://telling.example' }
const wrong: Readonly<Record<string, string>> = {
  PORT: '80a',
  PUBLIC_ORIGIN: 'peil.example.no',
  COLLECTOR_ORIGIN: 'https://telling.example/',
  PEIL_ROLE: 'both',
  PEIL_DEMO: 'no',
  AUDIT_DAYS: '0',
  TRUST_PROXY: 'proxy.example',
  LOG_LEVEL: 'trace',
  METRICS_PORT: '65536',
  DATABASE_URL: 'mysql://db/peil',
}
/** Every text is a folder, and which addresses a machine has is known only when it listens. */
const anyText = ['HOST', 'PEIL_DATA']

test('a setting that is wrong is told in one line that begins with its name, whatever the role', () => {
  expect([...Object.keys(wrong), ...anyText].toSorted()).toEqual(built.map(({ name }) => name).toSorted())
  for (const role of ['all', 'issuer', 'collector']) {
    for (const [name, value] of Object.entries(wrong)) {
      const config = readConfig({ ...places, PEIL_ROLE: role, [name]: value })
      const lines = config.ok ? [] : config.error.map(({ line }) => line)
      expect([role, lines.length, lines[0]?.split(' ')[0]], lines.join('\n')).toEqual([role, 1, name])
      expect(lines[0]).not.toMatch(/\n/)
    }
  }
})

test('every metric there is stands on the page, and no other', async () => {
  const gauges = { ready: () => true, rounds: () => Promise.resolve({ open: 0, closed: 0, released: 0 }), memory: process.memoryUsage }
  const given = await createMetrics(() => new Date(0), gauges).page()
  const named = tableAfter('metric').flatMap(([names = '']) => [...names.matchAll(/`(\w+)`/g)].map((each) => each[1]))
  expect(named.toSorted()).toEqual([...given.matchAll(/^# TYPE (\w+)/gm)].map((match) => match[1]).toSorted())
})

const sources = readdirSync('src/server', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src/server', file), 'utf8'))
  .join('\n')

test('every line that the page tells to look for is one that the server or a command says', () => {
  const messages = tableAfter('you see').flatMap(([seen = '']) => [...seen.matchAll(/`([^`/]{12,})`/g)].map(([, text = '']) => text))
  expect(messages.length).toBeGreaterThan(9)
  expect(messages.filter((text) => !sources.includes(text))).toEqual([])
})

test('every fault that verify can find stands on the page, and no other', () => {
  const kinds = [...readFileSync('src/server/verify/fault.ts', 'utf8').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, kind = '']) => kind)
  const named = tableAfter('fault').flatMap(([names = '']) => [...names.matchAll(/`([a-z-]+)`/g)].map(([, kind = '']) => kind))
  expect(named.toSorted()).toEqual(kinds.toSorted())
})
