import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Round } from '../../../../src/protocol/round.ts'
import { OutOfReach } from '../../../../src/server/out-of-reach.ts'
import { openStores } from '../../../../src/server/store/stores.ts'
import {
  type Token,
  call,
  contributionOf,
  issueMessage,
  joinUnit,
  newVersion,
  prepareJoining,
  problemOf,
  readRound,
  send,
} from '../../../support/contributor.ts'
import { countersIn, sumsOf } from '../../../support/counters.ts'
import { type Cluster, createCluster } from '../../../support/postgres-cluster.ts'
import { type TestServer, startServer } from '../../../support/server.ts'

const mostConnections = 40
let cluster: Cluster
let server: TestServer
let round: Round
let codes: string[]
let tokens: Token[]
const counted: string[] = []

beforeAll(async () => {
  cluster = createCluster([`max_connections=${mostConnections}`])
  await cluster.start()
  const url = cluster.urlOf('postgres')
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }], {}, (folder) => openStores(folder, url))
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 24 } }])
  codes = [...(opened.units[0]?.codes ?? [])]
  round = await readRound(server.app, opened.round)
  tokens = await Promise.all(codes.splice(0, 22).map((code) => joinUnit(server.app, round, 'bekken', code)))
})
afterAll(async () => {
  await server.remove()
  await cluster.remove()
})
/** Whatever was in the way, the database has counted what was acknowledged, and goes on. */
afterEach(async () => {
  await contributeNow()
  expect(await countersIn(server.stores.collector)).toEqual(sumsOf(counted))
})

const values = '01234-ab'
const messageOf = () => contributionOf(tokens.pop() ?? { round: '', unit: '', t: '', s: '' }, newVersion(values))

async function contributeNow(message = messageOf()): Promise<void> {
  expect((await send(server.app, message)).statusCode).toBe(200)
  counted.push(values)
}

async function asAdministrator<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await admin.connect()
  return work(admin).finally(() => admin.end())
}

test('while the database is away every route that needs it says when to try again, and it goes on by itself', async () => {
  const joining = await prepareJoining(round, 'bekken')
  const message = messageOf()
  const path = `/rounds/${round.round}`
  const asked = () => [
    send(server.app, message),
    call(server.app, 'POST', '/issue', issueMessage(joining, codes[0] ?? '')),
    ...[path, `${path}/joined`, `${path}/results/bekken`, '/collector'].map((each) => call(server.app, 'GET', each)),
  ]
  await cluster.stop('SIGQUIT')
  for (const reply of await Promise.all(asked()))
    expect([problemOf(reply), reply.headers['retry-after']]).toEqual(['503 unavailable', '60'])
  const [ready, health] = await Promise.all(['/ready', '/health'].map((url) => server.app.inject(url)))
  expect([ready?.statusCode, ready?.headers['retry-after'], health?.statusCode]).toEqual([503, '5', 200])
  const logged = server.logged.join('\n')
  expect(logged).toContain('the database does not answer')
  for (const secret of [message.t, message.s, message.r, codes[0] ?? '', round.round]) expect(logged).not.toContain(secret)

  await cluster.start()
  expect((await server.app.inject('/ready')).statusCode).toBe(200)
  await contributeNow(message)
  expect((await Promise.all(asked())).map((reply) => reply.statusCode)).toEqual([200, 200, 200, 200, 404, 200])
})

test('a connection that ends in the midst of a transaction, while nothing is asked of it, ends nothing else', async () => {
  const began = Promise.withResolvers<number>()
  const ended = Promise.withResolvers<undefined>()
  const transaction = server.stores.issuer.transaction(async (sql) => {
    const [row] = await sql.all('SELECT pg_backend_pid() AS pid')
    began.resolve(Number(row?.['pid']))
    await ended.promise
    await sql.all('SELECT 1 AS n')
  })
  const failed = expect(transaction).rejects.toThrow(OutOfReach)
  const pid = await began.promise
  await asAdministrator(async (admin) => {
    await admin.query('SELECT pg_terminate_backend($1)', [pid])
    for (let gone = false; !gone;) gone = (await admin.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid])).rowCount === 0
  })
  // What the database said at the end of that connection has arrived before the answer to this.
  await server.stores.released.all('SELECT 1 AS n')
  ended.resolve(undefined)
  await failed
})

test('when others have taken all connections, it is said to come back later', async () => {
  // The server's own connections are closed, so that it must ask for one.
  await cluster.stop()
  await cluster.start()
  const greedy: pg.Client[] = []
  async function takeOne(): Promise<boolean> {
    const client = new pg.Client({ connectionString: cluster.urlOf('postgres') })
    const taken = await client.connect().then(
      () => true,
      () => false,
    )
    if (taken) greedy.push(client)
    return taken
  }
  while (await takeOne());
  const message = messageOf()
  const reply = await send(server.app, message)
  expect(server.logged.at(-1)).toContain('too many clients')
  await Promise.all(greedy.map((client) => client.end()))
  expect([problemOf(reply), reply.headers['retry-after']]).toEqual(['503 unavailable', '60'])
  await contributeNow(message)
})

test('a database that hangs makes the server not ready, soon', async () => {
  await asAdministrator(async (admin) => {
    await admin.query('BEGIN; LOCK TABLE peil_collector.collector IN ACCESS EXCLUSIVE MODE')
    const asked = performance.now()
    expect((await server.app.inject('/ready')).statusCode).toBe(503)
    expect(performance.now() - asked).toBeLessThan(6_000)
  })
})

/** From here on whoever counts a person is told so, until `often` is used up. */
async function failWith(state: string, often: number): Promise<() => Promise<void>> {
  await asAdministrator((admin) =>
    admin.query(`
      CREATE SEQUENCE failed;
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN
          IF nextval('public.failed') <= ${often} THEN RAISE EXCEPTION 'it failed' USING ERRCODE = '${state}'; END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER fail BEFORE INSERT ON peil_collector.nullifier FOR EACH ROW EXECUTE FUNCTION fail()`),
  )
  return () =>
    asAdministrator(async (admin) => {
      await admin.query('DROP FUNCTION fail CASCADE; DROP SEQUENCE failed')
    })
}

test.each([
  ['a full disk', '53100', '507 storage-full'],
  ['a shortage of memory', '53200', '503 unavailable'],
  ['an end that is under way', '57P01', '503 unavailable'],
  ['a crash of another connection', '57P02', '503 unavailable'],
  ['a start that is under way', '57P03', '503 unavailable'],
  ['a disk that cannot be read', '58030', '503 unavailable'],
  ['a copy that is only read', '25006', '503 unavailable'],
  ['no order, however often', '40001', '503 unavailable'],
  ['a fault of ours', '42703', '500 internal'],
])('%s (%s) is answered with %s, and nothing is half there', async (_what, state, answer) => {
  const mend = await failWith(state, 1_000)
  const message = messageOf()
  const reply = await send(server.app, message)
  await mend()
  expect(problemOf(reply)).toBe(answer)
  expect(reply.headers['retry-after']).toBe(answer === '500 internal' ? undefined : '60')
  expect(server.logged.at(-1)).toContain('it failed')
  tokens.push({ round: message.round, unit: message.unit, t: message.t, s: message.s })
})

test.each(['40001', '40P01'])('what only found no order (%s) is done again, and nobody hears of it', async (state) => {
  const mend = await failWith(state, 3)
  await contributeNow()
  await mend()
})
