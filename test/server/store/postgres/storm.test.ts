import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { roundClosed } from '../../../../src/protocol/admin.ts'
import { openStores } from '../../../../src/server/store/stores.ts'
import { startApart } from '../../../support/apart.ts'
import { readRound } from '../../../support/contributor.ts'
import { countersByTier, sumsByTier } from '../../../support/counters.ts'
import { type Crowd, type Places, gather } from '../../../support/crowd.ts'
import { type Cluster, createCluster } from '../../../support/postgres-cluster.ts'
import { type TestServer, day, startServer } from '../../../support/server.ts'
import { type ServerProcess, prepareServer } from '../../../support/server-process.ts'

const devices = 32
const people = 64

let cluster: Cluster
let url: string
let beside: TestServer
beforeAll(async () => {
  cluster = createCluster(['deadlock_timeout=100ms'])
  await cluster.start()
  url = cluster.urlOf('postgres')
  beside = await startServer(
    ['two', 'apart'].map((unit) => ({ unit, name: unit, sector: 'barnehage' as const })),
    {},
    (folder) => openStores(folder, url),
  )
})
afterAll(async () => {
  await beside.remove()
  await cluster.remove()
})

/** As a service manager does: again and again, for the database may be away. */
async function startAgain(server: ServerProcess): Promise<void> {
  for (;;) {
    const started = await server.start().then(
      () => true,
      () => false,
    )
    if (started) return
  }
}

type Fault = () => Promise<unknown>
const restartDatabase: Fault = () => cluster.stop('SIGQUIT').then(cluster.start)
const kill =
  (...servers: readonly ServerProcess[]): Fault =>
  () =>
    Promise.all(servers.map((server) => server.kill().then(() => startAgain(server))))
const together =
  (...faults: readonly Fault[]): Fault =>
  () =>
    Promise.all(faults.map((fault) => fault()))

/** One after the other, each at a moment when the crowd is contributing. */
async function ravage(crowd: Crowd, faults: readonly Fault[]): Promise<void> {
  let over = false
  async function strike(): Promise<void> {
    for (const fault of faults) {
      await crowd.after(10 + Math.floor(Math.random() * 50))
      await fault()
    }
    await crowd.after(50)
  }
  const struck = strike().finally(() => (over = true))
  await Promise.all([crowd.contribute(() => over), struck])
}

async function openFor(unit: string, places: Places) {
  const closes = new Date(Date.now() + 30 * day).toISOString()
  const opened = await beside.openRound([{ unit, headcount: { practice: people / 2, teacher: people / 2 } }], { closes })
  const round = await readRound(beside.app, opened.round)
  return { round: opened.round, crowd: gather(places, round, unit, opened.units[0]?.codes ?? [], devices) }
}

async function expectCountedOnce({ round, crowd }: Awaited<ReturnType<typeof openFor>>, servers: readonly ServerProcess[]): Promise<void> {
  const { collector, issuer } = beside.stores
  expect(crowd.acknowledged()).toHaveLength(people)
  expect(await countersByTier(collector)).toEqual(sumsByTier(crowd.acknowledged()))
  expect(await collector.all('SELECT COUNT(*) AS n FROM nullifier')).toEqual([{ n: people }])
  expect(await issuer.all('SELECT signed FROM round_unit WHERE round = $1', round)).toEqual([{ signed: people }])
  expect(crowd.seen.unanswered).toBeGreaterThan(0)
  expect([...crowd.seen.statuses.keys()].filter((status) => ![200, 409, 503].includes(status))).toEqual([])
  expect(cluster.log()).not.toContain('deadlock')
  for (const server of servers) expect(server.output()).not.toContain('deadlock')
}

test(`${devices} devices at two servers, both killed again and again, on a database that crashes: all that was acknowledged counts once`, async () => {
  const servers = await Promise.all([1, 2].map(() => prepareServer({ DATABASE_URL: url })))
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.remove()))
  })
  await Promise.all(servers.map((server) => server.start()))
  const origins = servers.map(({ origin }) => origin)
  const opened = await openFor('two', { issuers: origins, collectors: origins })
  const [one, other] = servers as [ServerProcess, ServerProcess]
  await ravage(opened.crowd, [
    kill(one),
    restartDatabase,
    together(kill(other), restartDatabase),
    kill(one, other),
    restartDatabase,
    kill(other),
  ])
  await expectCountedOnce(opened, servers)
  expect(opened.crowd.seen.statuses.get(503)).toBeGreaterThan(0)

  const outcomes = await Promise.all(servers.map(async (server) => roundClosed.parse(await server.peil('round-close', opened.round))))
  expect(new Set(outcomes.map(({ sha256 }) => sha256)).size).toBe(1)
  const [document] = await beside.stores.released.all('SELECT document FROM released')
  const counted = crowdSize(opened.crowd)
  expect(JSON.parse(String(document?.['document']))).toMatchObject({ total: { n: counted } })
}, 240_000)

function crowdSize(crowd: Crowd): number {
  return crowd.acknowledged().filter(({ values }) => /[^-]/.test(values)).length
}

test('the same with issuer and collector apart', async () => {
  const { issuer, collector, remove } = await startApart({ DATABASE_URL: url })
  onTestFinished(remove)
  const opened = await openFor('apart', { issuers: [issuer.origin], collectors: [collector.origin] })
  await ravage(opened.crowd, [kill(collector), kill(issuer), together(kill(collector), restartDatabase), kill(issuer, collector)])
  await expectCountedOnce(opened, [issuer, collector])
}, 240_000)
