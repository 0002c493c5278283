import { expect, onTestFinished, test } from 'vitest'
import { openRound } from '../../support/open-round.ts'
import { type ServerProcess, prepareServer } from '../../support/server-process.ts'
import { day } from '../../support/server.ts'

/** The same stores on the same machine, whose clock is wrong. */
async function beside(server: ServerProcess, moved: number): Promise<ServerProcess> {
  const wrong = { NODE_OPTIONS: '--import ./test/support/moved-clock.ts', CLOCK_MOVED: String(moved) }
  const other = await prepareServer({ PEIL_DATA: server.dataFolder, ...wrong })
  onTestFinished(other.remove)
  return other
}

async function stateAt({ origin }: ServerProcess, round: string): Promise<string> {
  const reply = await fetch(`${origin}/api/v1/rounds/${round}`)
  return ((await reply.json()) as { state: string }).state
}

test('a server that is started with the clock a year ahead leaves open rounds as they are, and is ready', async () => {
  const server = await prepareServer()
  onTestFinished(server.remove)
  await server.start()
  const { opened } = await openRound(server)
  await server.stop()

  const astray = await beside(server, 366 * day)
  await astray.start()
  await astray.printed((output) => output.split('\n').find((line) => line.startsWith('Peil is at')))
  expect(await stateAt(astray, opened.round)).toBe('closed')
  expect((await fetch(`${astray.origin}/ready`)).status).toBe(200)
  expect(astray.output()).toContain('clock-confirm')
  expect(await astray.stop()).toBe(0)

  await server.start()
  expect(await stateAt(server, opened.round)).toBe('open')
  expect(server.output()).not.toContain('cannot be believed')
  expect(await server.stop()).toBe(0)
}, 60_000)
