import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '../../../src/server/cli/run-command.ts'
import { clockConfirm } from '../../../src/server/cli/clock-confirm.ts'
import { watchClock } from '../../../src/server/operation/clock-watch.ts'
import { closeDueRounds } from '../../../src/server/release/caretaker.ts'
import {
  type Token,
  contributionOf,
  issueMessage,
  joinUnit,
  newVersion,
  prepareJoining,
  problemOf,
  readRound,
} from '../../support/contributor.ts'
import { call, send } from '../../support/contributor.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'
import { environmentFor } from '../../support/stores.ts'

const hour = day / 24
const year = 366 * day

let server: TestServer
beforeEach(async () => {
  server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'lia', name: 'Lia', sector: 'barnehage' },
  ])
})
afterEach(() => server.remove())

/** A process that looks after the stores now and then. Its own running is moved apart from the clock. */
function aProcess() {
  const said: { level: string; message: string; next?: unknown }[] = []
  let running = 0
  const log = (level: string, message: string, details: object = {}) => said.push({ level, message, ...details })
  const watch = watchClock({ stores: server.stores, clock: server.clock, monotonic: () => running }, log)
  return {
    said,
    errors: () => said.filter(({ level }) => level === 'error').length,
    look: () => closeDueRounds({ stores: server.stores, clock: server.clock }, log, watch),
    /** The clock goes as it should. */
    run: (milliseconds: number) => {
      running += milliseconds
      server.moveClock(milliseconds)
    },
  }
}

const closes = (days: number) => ({ closes: new Date(server.clock().getTime() + days * day).toISOString() })
const openFor = (days: number, unit = 'bekken') => server.openRound([{ unit, headcount: { practice: 6 } }], closes(days))
const stateOf = async (round: string) => (await readRound(server.app, round)).state
const codesLeft = async () => (await server.stores.issuer.all('SELECT code_hash FROM code')).length

async function joined(days: number): Promise<{ round: string; token: Token; code: string }> {
  const { round, units } = await openFor(days)
  const [first = '', code = ''] = units[0]?.codes ?? []
  return { round, token: await joinUnit(server.app, await readRound(server.app, round), 'bekken', first), code }
}

describe('a clock that is a year ahead', () => {
  test('ends no round at start, says so, and tells devices to come back; set right, everything goes on', async () => {
    const { round, token, code } = await joined(90)
    server.moveClock(year)
    const started = aProcess()
    await started.look()
    expect(started.said).toEqual([expect.objectContaining({ level: 'error', message: 'the clock cannot be believed' })])
    expect(started.said[0]?.next).toContain('peil -- clock-confirm')
    expect(await codesLeft()).toBe(6)
    const message = contributionOf(token, newVersion('01234abc'))
    const later = await send(server.app, message)
    expect([problemOf(later), later.headers['retry-after']]).toEqual(['503 unavailable', '60'])
    const joining = await prepareJoining(await readRound(server.app, round), 'bekken')
    const issued = await call(server.app, 'POST', '/issue', issueMessage(joining, code))
    expect([problemOf(issued), issued.headers['retry-after']]).toEqual(['503 unavailable', '60'])
    expect((await call(server.app, 'GET', `/rounds/${round}/joined`)).statusCode).toBe(200)

    server.moveClock(-year)
    await started.look()
    expect(await stateOf(round)).toBe('open')
    expect((await send(server.app, message)).statusCode).toBe(200)
    expect((await call(server.app, 'POST', '/issue', issueMessage(joining, code))).statusCode).toBe(200)
    expect(started.said).toHaveLength(1)
  })

  test('ends none in a process that has been running for long either, and is complained about once a day', async () => {
    const { round } = await openFor(90)
    const running = aProcess()
    for (let days = 0; days < 60; days += 1) {
      await running.look()
      running.run(day)
    }
    server.moveClock(year)
    for (let looks = 0; looks < 72; looks += 1) {
      await running.look()
      running.run(hour)
    }
    expect([await stateOf(round), await codesLeft(), running.errors()]).toEqual(['closed', 6, 3])
  })

  test('lets a round be closed all the same by who may', async () => {
    const { round } = await openFor(90)
    server.moveClock(year)
    await aProcess().look()
    expect((await server.closeRound(round)).ok).toBe(true)
    expect(await stateOf(round)).toBe('released')
  })

  test('still ends what had ended by the day that was seen last', async () => {
    const { round } = await openFor(1)
    const running = aProcess()
    const other = await openFor(90, 'lia')
    await running.look()
    server.moveClock(5 * day)
    await server.stores.issuer.all('UPDATE clock SET seen = $1', server.clock().toISOString())
    server.moveClock(year)
    await running.look()
    expect([await stateOf(round), await stateOf(other.round)]).toEqual(['released', 'closed'])
  })
})

test('a server that was off for up to a week goes on by itself, and after more when an operator has confirmed the time', async () => {
  const { round } = await openFor(2)
  await aProcess().look()
  server.moveClock(7 * day)
  const week = aProcess()
  await week.look()
  expect([await stateOf(round), week.errors()]).toEqual(['released', 0])

  // Rounds begin anew where the clock of the command is: it has no other.
  server.moveClock(Date.now() - server.clock().getTime() - 40 * day)
  await server.stores.issuer.all('DELETE FROM clock')
  const summer = await openFor(20, 'lia')
  server.moveClock(40 * day)
  const back = aProcess()
  await back.look()
  expect([await stateOf(summer.round), back.errors()]).toEqual(['closed', 1])
  const confirmed = await runCommand(clockConfirm, [], { PEIL_DATA: server.folder, ...environmentFor(server.folder) })
  expect(confirmed).toMatchObject({ kind: 'done', print: { lastSeen: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string } })
  await back.look()
  expect([await stateOf(summer.round), back.errors()]).toEqual(['released', 1])
})

test('where no round is open a clock that keeps step for two days is believed; where one is, never', async () => {
  const idle = aProcess()
  await idle.look()
  server.moveClock(30 * day)
  for (let hours = 0; hours <= 47; hours += 1) {
    await idle.look()
    idle.run(hour)
  }
  const believed = () => idle.said.filter(({ level }) => level === 'warn').length
  expect(believed()).toBe(0)
  await idle.look()
  expect(believed()).toBe(1)

  const { round } = await openFor(10)
  server.moveClock(30 * day)
  const busy = aProcess()
  for (let hours = 0; hours <= 200; hours += 1) {
    await busy.look()
    busy.run(hour)
  }
  expect(await stateOf(round)).toBe('closed')
})

test('a clock that jumps on and on, or a day that another server goes on writing, is not believed', async () => {
  const jumping = aProcess()
  await jumping.look()
  server.moveClock(30 * day)
  for (let days = 0; days < 5; days += 1) {
    await jumping.look()
    server.moveClock(2 * hour)
    jumping.run(day)
  }
  const beside = aProcess()
  const today = server.clock().getTime() - 30 * day
  for (let days = 0; days < 5; days += 1) {
    await server.stores.issuer.all('UPDATE clock SET seen = $1', new Date(today + days * day).toISOString())
    await beside.look()
    beside.run(day)
  }
  expect([...jumping.said, ...beside.said].filter(({ level }) => level !== 'error')).toEqual([])
})

describe('a clock that is a year behind', () => {
  test('is complained about, ends nothing, and what was seen stays', async () => {
    const { round } = await openFor(30)
    const running = aProcess()
    await running.look()
    server.moveClock(-year)
    await running.look()
    expect([await stateOf(round), running.errors()]).toEqual(['open', 1])
    server.moveClock(year + 40 * day)
    await running.look()
    expect([await stateOf(round), running.errors()]).toEqual(['closed', 2])
  })

  test('does not make a closing seem so long ago that the unit may be asked again at once', async () => {
    const { round } = await openFor(30)
    server.moveClock(-year)
    await server.closeRound(round)
    const [row] = await server.stores.issuer.all('SELECT closed FROM round')
    expect(row?.['closed']).toBe('2026-11-02T00:00:00.000Z')
  })
})
