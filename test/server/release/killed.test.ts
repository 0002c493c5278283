import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type RoundOpened, roundClosed } from '../../../src/protocol/admin.ts'
import { findDocument } from '../../../src/server/release/document.ts'
import type { StoreName } from '../../../src/server/store/stores.ts'
import { contributionOf, joinUnit, newVersion, readRound, send } from '../../support/contributor.ts'
import { type Gate, holdFile, holdTable, isWritten, untilSomebodyIsInLine } from '../../support/gate.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'
import { prepareServer } from '../../support/server-process.ts'
import { bytesIn, environmentFor, onPostgres } from '../../support/stores.ts'

type Step = { readonly when: string; readonly hold: (round: string) => Promise<Gate> }
const people = 6
const units = Array.from({ length: 10 }, (_, at) => `unit-${at}`)
let server: TestServer
let finished: string
let fresh: { readonly round: string; readonly markers: readonly Buffer[] }[]

beforeAll(async () => {
  server = await startServer(units.map((unit) => ({ unit, name: unit, sector: 'barnehage' as const })))
  const closes = new Date(Date.now() + 30 * day).toISOString()
  fresh = []
  for (const unit of units) {
    const opened = await server.openRound([{ unit, headcount: { practice: people } }], { closes })
    await contribute(opened, unit)
    fresh.push({ round: opened.round, markers: await markersOf(opened.round) })
  }
}, 120_000)
afterAll(() => server.remove())

async function contribute(opened: RoundOpened, unit: string): Promise<void> {
  const round = await readRound(server.app, opened.round)
  const all = (opened.units[0]?.codes ?? []).map(async (code, at) => {
    const token = await joinUnit(server.app, round, unit, code)
    expect((await send(server.app, contributionOf(token, newVersion(at % 2 === 0 ? '3333333b' : 'a222222-')))).statusCode).toBe(200)
  })
  await Promise.all(all)
}

/** What of a round must be gone after its release. */
async function markersOf(round: string): Promise<readonly Buffer[]> {
  const { issuer, collector } = server.stores
  const rows = [
    ...(await collector.all('SELECT nullifier, commitment FROM nullifier JOIN intake USING (intake) WHERE round = $1', round)),
    ...(await issuer.all('SELECT code_hash, blinded_hash FROM code WHERE round = $1', round)),
    ...(await issuer.all('SELECT private_key FROM round_unit WHERE round = $1', round)),
  ]
  // Of a key some bytes from its middle: its head is that of every key.
  const values = rows.flatMap((row) => Object.values(row)).map((value) => Buffer.from(value as Uint8Array))
  return values.map((value) => (value.length > 32 ? value.subarray(100, 164) : value))
}

async function isThere(store: StoreName, query: string, round: string): Promise<boolean> {
  return (await server.stores[store].all(query, round)).length > 0
}

/** @param after what is there when a process has come as far as writing to the store */
function file(store: StoreName, when: string, after: (round: string) => Promise<boolean>, writes: 'transaction' | 'statement'): Step {
  const hasCome = async (round: string) => (await after(round)) && (writes === 'statement' || isWritten(server.folder, store))
  return { when, hold: (round) => Promise.resolve(holdFile(server.folder, store, () => hasCome(round))) }
}
const table = (name: string, when: string): Step => ({ when, hold: () => holdTable(server.folder, name) })

/** R10, and where a process has to wait in it, one after the other. */
const steps: readonly Step[] = onPostgres()
  ? [
      table('peil_issuer.round', 'before the round closes'),
      table('peil_collector.nullifier', 'before the collector has stopped'),
      table('peil_released.released', 'before the document is written'),
      table('peil_collector.nullifier', 'before the counters are destroyed'),
      table('peil_collector.cell', 'between nullifiers and counters'),
      table('peil_collector.store_version', 'before the collector is written anew'),
      table('peil_issuer.code', 'before codes and keys are destroyed'),
      table('peil_issuer.store_version', 'before the issuer is written anew'),
      table('peil_issuer.round', 'before the round is marked as released'),
    ]
  : [
      file(
        'collector',
        'before the collector has stopped',
        (round) => isThere('issuer', `SELECT 1 FROM round WHERE round = $1 AND phase = 'closing'`, round),
        'transaction',
      ),
      file(
        'released',
        'before the document is written',
        (round) => isThere('collector', 'SELECT 1 FROM intake WHERE round = $1 AND stopped = 1', round),
        'statement',
      ),
      file(
        'collector',
        'before the counters are destroyed',
        (round) => isThere('released', 'SELECT 1 FROM released WHERE round = $1', round),
        'transaction',
      ),
      file(
        'issuer',
        'before codes and keys are destroyed',
        async (round) => !(await isThere('collector', 'SELECT 1 FROM cell JOIN intake USING (intake) WHERE round = $1', round)),
        'transaction',
      ),
    ]

const closing: ChildProcess[] = []
afterAll(() => {
  for (const child of closing) child.kill('SIGKILL')
})

/** A process that releases the round, or finds it released. */
function close(round: string) {
  const env = { ...process.env, PEIL_DATA: server.folder, ...environmentFor(server.folder) }
  const child = spawn('node', ['src/server/cli/main.ts', 'round-close', round], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  closing.push(child)
  const printed = text(child.stdout)
  return {
    kill: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    sha256: async () => roundClosed.parse(JSON.parse(await printed)).sha256,
  }
}

type Closing = ReturnType<typeof close>

/** Lets a process come as far as the step. Every gate is shut before the one before it opens. */
async function comeTo(last: number, round: string): Promise<{ readonly gate: Gate; readonly closing: Closing }> {
  let gate = await steps[0]?.hold(round)
  const process = close(round)
  for (const step of steps.slice(1, last + 1)) {
    await gate?.reached()
    const next = await step.hold(round)
    await gate?.open()
    gate = next
  }
  if (gate === undefined) throw new Error('there is no such step')
  await gate.reached()
  return { gate, closing: process }
}

async function expectFinished(round: string, markers: readonly Buffer[]): Promise<string> {
  const { issuer, collector, released } = server.stores
  expect(await issuer.all('SELECT phase FROM round WHERE round = $1', round)).toEqual([{ phase: 'released' }])
  const document = await findDocument(released, round)
  expect(document).toMatchObject({ total: { n: people } })
  expect(document?.total.dimensions[0]).toEqual({ id: '1', of: people, below: { lo: 2, hi: 4 } })
  expect(await isThere('collector', 'SELECT 1 FROM nullifier JOIN intake USING (intake) WHERE round = $1', round)).toBe(false)
  const written = await bytesIn(server.folder)
  expect(markers.filter((marker) => written.includes(marker))).toEqual([])
  // What belongs to other rounds is still there.
  for (const other of fresh) {
    expect(await collector.all(`SELECT n FROM head JOIN intake USING (intake) WHERE round = $1`, other.round)).toEqual([{ n: people }])
    expect(other.markers.filter((marker) => !written.includes(marker))).toEqual([])
  }
  return document?.sha256 ?? ''
}

test.each(steps.map(({ when }, at) => [when, at] as const))(
  'killed %s, a release is finished by another process or the next start, with one document',
  async (_when, at) => {
    const { round, markers } = fresh.pop() ?? { round: '', markers: [] }
    expect(markers.length).toBeGreaterThan(people * 4)
    const { gate, closing: first } = await comeTo(at, round)
    const before = await findDocument(server.stores.released, round)
    const another = at % 2 === 0 ? close(round) : undefined
    if (another !== undefined && onPostgres()) await untilSomebodyIsInLine(server.folder)
    await first.kill()
    await gate.open()
    if (another === undefined) {
      const next = await prepareServer({ PEIL_DATA: server.folder })
      onTestFinished(next.remove)
      await next.start()
      await next.printed((output) => /Peil is at/.exec(output)?.[0])
      expect(await next.stop()).toBe(0)
    }
    const printed = await another?.sha256()
    const sha256 = await expectFinished(round, markers)
    if (before !== undefined) expect(before.sha256).toBe(sha256)
    if (printed !== undefined) expect(printed).toBe(sha256)
    // Who comes once more is given the same.
    finished = round
    const again = await server.closeRound(round)
    expect(again.ok && again.value.sha256).toBe(sha256)
  },
  120_000,
)

test('killed at any moment, by several at once, and again, a release is finished', async () => {
  const { round, markers } = fresh.pop() ?? { round: '', markers: [] }
  const hashes = new Set<string>()
  // How long it takes on this machine, now, to come and find nothing to do.
  const began = performance.now()
  await close(finished).sha256()
  const usual = performance.now() - began
  for (let kills = 0; kills < 6; kills += 1) {
    const all = [close(round), close(round)]
    await delay(usual * (0.5 + Math.random()))
    await Promise.all(all.map((each) => each.kill()))
    const written = await findDocument(server.stores.released, round)
    if (written !== undefined) hashes.add(written.sha256)
  }
  hashes.add(await close(round).sha256())
  hashes.add(await expectFinished(round, markers))
  expect(hashes.size).toBe(1)
}, 120_000)
