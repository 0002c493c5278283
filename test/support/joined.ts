import { onTestFinished } from 'vitest'
import { type Token, joinUnit, readRound } from './contributor.ts'
import { type TestServer, day, startServer } from './server.ts'
import { type ServerProcess, prepareServer } from './server-process.ts'

/** `server` is a process that has yet to start. `beside` is a server on the same stores, to look into them. */
export type Joined = { readonly beside: TestServer; readonly server: ServerProcess; readonly tokens: readonly Token[] }

/** A round in which so many people hold a token, until the test is over. */
export async function joinedBy(people: number): Promise<Joined> {
  const beside = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const server = await prepareServer({ PEIL_DATA: beside.folder })
  onTestFinished(async () => {
    await server.remove()
    await beside.remove()
  })
  const closes = new Date(Date.now() + 30 * day).toISOString()
  const opened = await beside.openRound([{ unit: 'bekken', headcount: { practice: people } }], { closes })
  const round = await readRound(beside.app, opened.round)
  const tokens = await Promise.all((opened.units[0]?.codes ?? []).map((code) => joinUnit(beside.app, round, 'bekken', code)))
  return { beside, server, tokens }
}
