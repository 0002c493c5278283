import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatCode } from '../../../src/protocol/code.ts'
import type { Round } from '../../../src/protocol/round.ts'
import { countFailures, truncateAddress } from '../../../src/server/failures.ts'
import { type Joining, call, issueMessage, prepareJoining, problemOf, readRound } from '../../support/contributor.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'

let server: TestServer
let round: Round
let code: string
let joining: Joining
let running = 0

beforeAll(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }], {
    trustProxy: ['127.0.0.1'],
    monotonic: () => running,
  })
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  code = opened.units[0]?.codes[0] ?? ''
  round = await readRound(server.app, opened.round)
  joining = await prepareJoining(round, 'bekken')
})
afterAll(() => server.remove())

const guess = (from: string, with_ = formatCode('0'.repeat(16))) =>
  call(server.app, 'POST', '/issue', issueMessage(joining, with_), { headers: { 'x-forwarded-for': from } })

test('after thirty wrong codes from one network failing is told to wait, and a right code still works', async () => {
  for (let attempt = 0; attempt < 30; attempt += 1) expect(problemOf(await guess(`203.0.113.${attempt}`))).toBe('403 code-unknown')
  const blocked = await guess('203.0.113.200')
  expect(problemOf(blocked)).toBe('429 too-many-requests')
  expect(Number(blocked.headers['retry-after'])).toBe(600)
  expect((await guess('203.0.113.200', code)).statusCode).toBe(200)
  expect(problemOf(await guess('203.0.114.1'))).toBe('403 code-unknown')
})

test('after ten minutes guessing counts anew', async () => {
  running += 10 * 60_000
  expect(problemOf(await guess('203.0.113.200'))).toBe('403 code-unknown')
})

test('a clock that was weeks ahead and is set right makes nobody wait for weeks', async () => {
  server.moveClock(20 * day)
  for (let attempt = 0; attempt < 30; attempt += 1) await guess('192.0.2.1')
  server.moveClock(-20 * day)
  const blocked = await guess('192.0.2.1')
  expect([problemOf(blocked), Number(blocked.headers['retry-after'])]).toEqual(['429 too-many-requests', 600])
  running += 10 * 60_000
  expect(problemOf(await guess('192.0.2.1'))).toBe('403 code-unknown')
})

test('a malformed request is no guess', async () => {
  for (let attempt = 0; attempt < 40; attempt += 1) expect(problemOf(await guess('198.51.100.1', 'AAAA'))).toBe('400 malformed')
  expect(problemOf(await guess('198.51.100.1'))).toBe('403 code-unknown')
})

test('X-Forwarded-For counts only from a sender that is trusted', async () => {
  const open = await startServer([])
  const attempt = (from: string) => call(open.app, 'POST', '/issue', issueMessage(joining, code), { headers: { 'x-forwarded-for': from } })
  for (let times = 0; times < 30; times += 1) await attempt(`10.${times}.0.1`)
  expect(problemOf(await attempt('10.200.0.1'))).toBe('429 too-many-requests')
  await open.remove()
})

test.each([
  ['203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.7', '203.0.113'],
  ['2001:db8:12:3400::1', '8193:3512:18'],
  ['2001:db8::1', '8193:3512:0'],
  ['2001:0db8:0000:1:2:3:4:5', '8193:3512:0'],
  ['fe80::1%eth0', '65152:0:0'],
  ['::1', '0:0:0'],
])('of %s only %s is looked at', (address, part) => {
  expect(truncateAddress(address)).toBe(part)
})

test('waiting ends when the oldest of the thirty is ten minutes old', () => {
  let now = 0
  const failures = countFailures(
    () => new Date(now),
    (bytes) => randomBytes(bytes),
  )
  for (let attempt = 0; attempt < 30; attempt += 1) {
    expect(failures.count('192.0.2.1')).toBeUndefined()
    now += 10_000
  }
  expect(failures.count('192.0.2.1')).toBe(300)
  now = 600_000
  expect(failures.count('192.0.2.1')).toBeUndefined()
})
