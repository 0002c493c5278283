import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadPack } from '../../../src/server/registry/own-packs.ts'
import { roundStates } from '../../../src/server/issuer/round-states.ts'
import { type Metrics, createMetrics } from '../../../src/server/operation/metrics.ts'
import { peopleOf } from '../../domain/anonymity/block-tables.ts'
import { type Token, call, contributionOf, issueMessage, joinUnit, newVersion, prepareJoining, send } from '../../support/contributor.ts'
import { ownPack } from '../../support/own-pack.ts'
import { environmentFor } from '../../support/stores.ts'
import { type Town, close, foundTown, slipOf } from './town.ts'

type Operation = { readonly parameters?: readonly { readonly name: string; readonly in: string }[] }

let town: Town
let metrics: Metrics
let callers: Readonly<Record<string, string | undefined>>
let addresses: readonly string[]

const staff = (unit: string, n: number) => ({ unit, tiers: [], people: peopleOf({ n, below: 0 }) })

beforeEach(async () => {
  metrics = createMetrics(() => new Date(0), {
    ready: () => true,
    rounds: () => roundStates(town.server.stores.issuer, town.server.clock()),
    memory: () => ({ rss: 1, heapUsed: 1 }),
  })
  // Twelve heads in the first, for two slips more than people are made.
  town = await foundTown([staff('solstrala', 10), staff('lia', 3)], { metrics })
  const { server, opened } = town
  const pack = await loadPack(server.stores.issuer, server.municipality, await ownPack('sfo'), { who: 'operator', now: server.clock() })
  const values: Readonly<Record<string, readonly string[]>> = {
    round: [opened.round],
    unit: ['solstrala', 'lia'],
    sha256: pack.ok ? [pack.value.sha256] : [],
  }
  const { paths } = (await server.app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>()
  addresses = Object.entries(paths)
    .filter(([, methods]) => 'get' in methods)
    .flatMap(([path]) => fill(path, values))
  const { municipality } = server
  callers = {
    visitor: undefined,
    owner: await server.signIn({ role: 'owner', municipality }),
    leader: await server.signIn({ role: 'leader', municipality, unit: 'solstrala' }),
    neighbour: await server.signIn({ role: 'leader', municipality, unit: 'lia' }),
  }
})
afterEach(() => town.server.remove())

function fill(path: string, values: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const [place, name = ''] = /\{(\w+)\}/.exec(path) ?? []
  if (place === undefined) return [path]
  const known = values[name]
  if (known === undefined) throw new Error(`${path}: say in this test what {${name}} is`)
  return known.flatMap((value) => fill(path.replace(place, value), values))
}

type Seen = Readonly<Record<string, string>>

/** Everything that anybody can fetch, with its status and every header but the time of day; and the operator's metrics. */
async function look(): Promise<Seen> {
  const seen: Record<string, string> = { metrics: await metrics.page() }
  for (const url of addresses) {
    for (const [who, cookie] of Object.entries(callers)) {
      for (const method of ['GET', 'HEAD'] as const) {
        const reply = await town.server.app.inject({ method, url, headers: cookie === undefined ? {} : { cookie } })
        const { date: _date, ...headers } = reply.headers
        seen[`${who}: ${method} ${url}`] = JSON.stringify([reply.statusCode, headers, reply.body])
      }
    }
  }
  return seen
}

const whatDiffers = (before: Seen, after: Seen) => Object.keys(after).filter((each) => before[each] !== after[each])
const pathsIn = (differing: readonly string[]) => [
  ...new Set(differing.map((each) => each.replace(/^.*\/api\/v1/, '').replace(town.opened.round, '{round}'))),
]

const join = (at: number, unit = 'solstrala'): Promise<Token> => joinUnit(town.server.app, town.round, unit, slipOf(town, unit, at))
const joined = async () =>
  (await call(town.server.app, 'GET', `/rounds/${town.opened.round}/joined`)).json<Record<string, string>>()['solstrala']

test('who looks at everything before and after somebody joins or contributes sees no difference, but for the coarse steps of how many joined', async () => {
  const start = await look()
  expect(Object.keys(start).length).toBeGreaterThan(80)
  const steps: (string | undefined)[] = []
  const tokens: Token[] = []
  let before = start
  for (let at = 0; at < 12; at += 1) {
    tokens.push(await join(at))
    const after = await look()
    const differing = pathsIn(whatDiffers(before, after))
    // The figure moves at the fifth of twelve, at half and at four fifths, and at no other.
    expect([at + 1, differing]).toEqual([at + 1, [5, 6, 10].includes(at + 1) ? ['/rounds/{round}/joined'] : []])
    steps.push(await joined())
    before = after
  }
  expect(steps).toEqual([
    ...Array<string>(4).fill('under-5'),
    '5-or-more',
    ...Array<string>(4).fill('half'),
    ...Array<string>(3).fill('most'),
  ])

  for (const token of tokens.slice(0, 6)) {
    const first = newVersion('01234abc')
    const second = newVersion('44444444')
    for (const message of [
      contributionOf(token, first),
      contributionOf(token, first),
      contributionOf(token, newVersion('00000000')),
      contributionOf(token, second, first),
      contributionOf(token, newVersion('--------'), second),
    ])
      await send(town.server.app, message)
  }
  // Nor does anybody see that somebody failed.
  await send(town.server.app, { ...contributionOf(await join(0, 'lia'), newVersion('01234abc')), s: 'A'.repeat(342) })
  const stranger = await prepareJoining(town.round, 'lia')
  await call(town.server.app, 'POST', '/issue', issueMessage(stranger, slipOf(town, 'lia', 0)))
  expect(whatDiffers(before, await look())).toEqual([])
}, 120_000)

test('what was held before is still current after contributions, until the round changes its state, and never because of them', async () => {
  const tags = await etagsOf()
  expect(tags.length).toBeGreaterThan(3)
  for (let at = 0; at < 6; at += 1) await send(town.server.app, contributionOf(await join(at), newVersion('b3b3b3b3')))
  expect(await stillCurrent(tags)).toEqual(tags.map(() => 304))
})

async function etagsOf(): Promise<readonly (readonly [url: string, cookie: string | undefined, etag: string])[]> {
  const found: (readonly [string, string | undefined, string])[] = []
  for (const url of addresses) {
    const { headers } = await town.server.app.inject({ url, headers: { cookie: callers['owner'] ?? '' } })
    if (headers.etag !== undefined) found.push([url, callers['owner'], headers.etag])
  }
  return found
}

async function stillCurrent(tags: Awaited<ReturnType<typeof etagsOf>>): Promise<readonly number[]> {
  const replies = await Promise.all(
    tags.map(([url, cookie, etag]) => town.server.app.inject({ url, headers: { 'if-none-match': etag, cookie: cookie ?? '' } })),
  )
  return replies.map(({ statusCode }) => statusCode)
}

test('before the release there are no figures for anybody, after it no more of how many joined, and nothing that comes late moves anything', async () => {
  for (let at = 0; at < 6; at += 1) await send(town.server.app, contributionOf(await join(at), newVersion('b3b3b3b3')))
  const late = await join(6)
  const open = await look()
  for (const [what, answer] of Object.entries(open)) {
    if (/results/.test(what)) expect([what, answer.startsWith('[404')]).toEqual([what, true])
  }
  await close(town)
  const released = await look()
  expect(pathsIn(whatDiffers(open, released)).toSorted()).toEqual(
    [
      '/audit',
      '/rounds',
      '/rounds/{round}',
      '/rounds/{round}/joined',
      '/rounds/{round}/results',
      '/rounds/{round}/results/lia',
      '/rounds/{round}/results/solstrala',
      'metrics',
    ].toSorted(),
  )
  for (const [what, answer] of Object.entries(released)) if (what.endsWith('/joined')) expect(answer.startsWith('[410')).toBe(true)
  await send(town.server.app, contributionOf(late, newVersion('44444444')))
  await call(town.server.app, 'POST', '/issue', issueMessage(await prepareJoining(town.round, 'solstrala'), slipOf(town, 'solstrala', 7)))
  expect(whatDiffers(released, await look())).toEqual([])
})

test('no entry of the audit log comes from a contribution, and none says when anybody took part', async () => {
  const entries = async () => JSON.stringify(await town.server.stores.issuer.all('SELECT * FROM audit ORDER BY municipality, seq'))
  const before = await entries()
  for (let at = 0; at < 6; at += 1) {
    town.server.moveClock(60_000)
    await send(town.server.app, contributionOf(await join(at), newVersion('b3b3b3b3')))
  }
  expect(await entries()).toBe(before)
})

const run = promisify(execFile)

test('the commands tell an operator of an open round no more than everybody is told, and of a released one what the owner reads', async () => {
  const { server, opened } = town
  const env = { ...process.env, PEIL_DATA: server.folder, PUBLIC_ORIGIN: 'http://peil.test', ...environmentFor(server.folder) }
  const peil = async (...words: string[]) =>
    run(process.execPath, ['src/server/cli/main.ts', ...words], { env }).then(
      ({ stdout }) => stdout,
      (refused: unknown) => (refused as { stdout: string }).stdout,
    )
  const results = () => Promise.all([peil('results', opened.round), peil('results', opened.round, '--unit', 'solstrala')])
  const everything = async () => [
    await results(),
    await Promise.all([peil('audit', '--municipality', server.municipality), peil('verify')]),
  ]
  const before = await everything()
  for (let at = 0; at < 6; at += 1) await send(server.app, contributionOf(await join(at), newVersion('b3b3b3b3')))
  expect(await everything()).toEqual(before)
  await close(town)
  const [municipality, unit] = await results()
  const get = async (path: string): Promise<unknown> =>
    (await call(server.app, 'GET', `/rounds/${opened.round}${path}`, undefined, { headers: { cookie: callers['owner'] ?? '' } })).json()
  expect(JSON.parse(municipality)).toEqual(await get('/results'))
  expect(JSON.parse(unit)).toEqual(await get('/results/solstrala'))
}, 120_000)
