import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoundOpened } from '../../../src/protocol/admin.ts'
import type { Round } from '../../../src/protocol/round.ts'
import { call, finishJoining, issueMessage, joinUnit, prepareJoining, problemOf, readRound } from '../../support/contributor.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'

let server: TestServer
let opened: RoundOpened
let round: Round

beforeAll(async () => {
  server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'lia', name: 'Lia', sector: 'barnehage' },
    { unit: 'senere', name: 'Senere', sector: 'barnehage' },
  ])
  opened = await server.openRound([
    { unit: 'bekken', headcount: { practice: 6 } },
    { unit: 'lia', headcount: { teacher: 6 } },
  ])
  round = await readRound(server.app, opened.round)
})
afterAll(() => server.remove())

const codeOf = (unit: string, at: number) => opened.units.find((each) => each.unit === unit)?.codes[at] ?? ''
const issue = (body: object) => call(server.app, 'POST', '/issue', body)
const joined = async () => (await call(server.app, 'GET', `/rounds/${opened.round}/joined`)).json<Record<string, string>>()

test('a code gives a token, and the same message again gives the same bytes', async () => {
  const joining = await prepareJoining(round, 'bekken')
  const message = issueMessage(joining, codeOf('bekken', 0))
  const first = await issue(message)
  const again = await issue(message)
  expect(first.statusCode).toBe(200)
  expect(again.body).toBe(first.body)
  await expect(finishJoining(joining, first)).resolves.toMatchObject({ unit: 'bekken' })
})

test('a code as a person types it is good enough', async () => {
  const joining = await prepareJoining(round, 'bekken')
  const typed = codeOf('bekken', 1).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect((await issue(issueMessage(joining, typed))).statusCode).toBe(200)
})

test('a code that signed one message signs no other, also when two devices ask at once', async () => {
  const [one, other] = [await prepareJoining(round, 'bekken'), await prepareJoining(round, 'bekken')]
  const replies = await Promise.all([one, other].map((each) => issue(issueMessage(each, codeOf('bekken', 2)))))
  expect(replies.map((reply) => reply.statusCode).toSorted()).toEqual([200, 409])
  expect(problemOf(await issue(issueMessage(other, codeOf('bekken', 0))))).toBe('409 code-spent')
})

test('a code is known only for its unit and its round', async () => {
  const joining = await prepareJoining(round, 'lia')
  expect(problemOf(await issue(issueMessage(joining, codeOf('bekken', 3))))).toBe('403 code-unknown')
  expect(problemOf(await issue({ ...issueMessage(joining, codeOf('lia', 0)), unit: 'nowhere' }))).toBe('403 code-unknown')
  expect(problemOf(await issue({ ...issueMessage(joining, codeOf('lia', 0)), round: 'A'.repeat(22) }))).toBe('403 code-unknown')
})

test('a mistyped code, a number that does not fit the key, and unknown fields are malformed and spend nothing', async () => {
  const joining = await prepareJoining(round, 'lia')
  const code = codeOf('lia', 1)
  const good = issueMessage(joining, code)
  const otherCheck = code.endsWith('5') ? '6' : '5'
  for (const bad of [
    { ...good, code: code.slice(0, -1) + otherCheck },
    { ...good, code: code.slice(0, -2) },
    { ...good, blinded: Buffer.alloc(256, 255).toString('base64url') },
    { ...good, blinded: Buffer.alloc(255, 1).toString('base64url') },
    { ...good, more: 1 },
    { ...good, v: 2 },
  ])
    expect(problemOf(await issue(bad))).toBe('400 malformed')
  expect((await issue(good)).statusCode).toBe(200)
})

test('how many have joined is told only coarsely, from five on', async () => {
  expect(await joined()).toEqual({ bekken: 'under-5', lia: 'under-5' })
  for (const at of [3, 4]) await joinUnit(server.app, round, 'bekken', codeOf('bekken', at))
  expect(await joined()).toEqual({ bekken: 'most', lia: 'under-5' })
})

test('joining works through the grace after closing; then it waits for the round to be closed, and is over', async () => {
  const later = await server.openRound([{ unit: 'senere', headcount: { practice: 5 } }])
  const frozen = await readRound(server.app, later.round)
  const [first = '', second = ''] = later.units[0]?.codes ?? []
  server.moveClock(31 * day)
  expect((await readRound(server.app, later.round)).state).toBe('closed')
  await joinUnit(server.app, frozen, 'senere', first)
  server.moveClock(3 * day)
  const late = await prepareJoining(frozen, 'senere')
  expect(problemOf(await issue(issueMessage(late, second)))).toBe('503 unavailable')
  server.moveClock(-34 * day)
  await server.closeRound(later.round)
  expect(problemOf(await issue(issueMessage(late, second)))).toBe('410 round-closed')
  expect(problemOf(await call(server.app, 'GET', `/rounds/${later.round}/joined`))).toBe('410 round-closed')
})
