import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { municipalityResult, unitResult } from '../../../src/protocol/results.ts'
import { round as roundSchema } from '../../../src/protocol/round.ts'
import { roundList, session } from '../../../src/protocol/session.ts'
import { parseSlip } from '../../../src/protocol/slip.ts'
import { assembleApp } from '../../../src/server/assemble.ts'
import type { DemoLinks } from '../../../src/server/cli/demo/demo-links.ts'
import { describeDemo } from '../../../src/server/cli/demo/describe-demo.ts'
import { visit } from '../../../src/server/cli/demo/device.ts'
import { type DemoPlace, ensureDemo } from '../../../src/server/cli/demo/ensure-demo.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import type { Stores } from '../../../src/server/store/stores.ts'
import { removeStores, storesIn } from '../../support/stores.ts'

const publicOrigin = 'http://peil.test'
const started = new Date('2026-11-21T12:00:00Z')

const folder = mkdtempSync(join(tmpdir(), 'peil-demo-'))
/** Not there yet: with a database nothing but the demo asks for it. */
const dataFolder = join(folder, 'data')
const stores = storesIn(dataFolder)
const announced: string[] = []
const place: DemoPlace = { stores, publicOrigin, dataFolder, clock: () => started, announce: () => announced.push('making') }
const app = assembleApp({
  stores,
  clock: place.clock,
  random: randomBytes,
  log: () => undefined,
  publicOrigin,
  collectorOrigin: publicOrigin,
  trustProxy: [],
})

async function linksInto(wanted: DemoPlace): Promise<DemoLinks> {
  const links = await ensureDemo(wanted)
  if (links === undefined) throw new Error('no demo')
  return links
}

let links: DemoLinks
beforeAll(async () => {
  const collector = { ...stores.collector, transaction: () => Promise.reject(new Error('killed')) }
  await expect(ensureDemo({ ...place, stores: { ...stores, collector } })).rejects.toThrow('killed')
  links = await linksInto(place)
}, 120_000)

afterAll(async () => {
  await app.close()
  await stores.close()
  removeStores(dataFolder)
  rmSync(folder, { recursive: true })
})

async function follow(link: string): Promise<{ cookie: string; body: unknown }> {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/session/link',
    headers: { origin: publicOrigin },
    payload: { secret: link.split('#')[1] },
  })
  const [cookie] = reply.cookies
  return { cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}`, body: reply.json() }
}

async function read(path: string, cookie = ''): Promise<unknown> {
  return (await app.inject({ url: `/api/v1${path}`, headers: { cookie } })).json()
}

describe('the demo', () => {
  test('says of itself that it is invented, wherever its name is shown', async () => {
    const { cookie, body } = await follow(links.owner.link)
    expect(session.parse(body)).toMatchObject({ role: 'owner', municipality: { name: 'Fjordvik kommune (oppdiktet)' } })
    const { rounds } = roundList.parse(await read('/rounds', cookie))
    for (const { title } of rounds) expect(title).toMatch(/^Vår digitale praksis \d{4} \(oppdiktet\)$/)
  })

  test('has a round released a year ago and one that is open for weeks', async () => {
    const { cookie } = await follow((await linksInto(place)).owner.link)
    const { rounds } = roundList.parse(await read('/rounds', cookie))
    expect(rounds.map(({ round, state, closes }) => [round, state, closes])).toEqual([
      [links.rounds.open, 'open', '2026-12-15T14:00:00.000Z'],
      [links.rounds.released, 'released', '2025-12-06T14:00:00.000Z'],
    ])
    expect(new Set(rounds.map(({ title }) => title)).size).toBe(2)
  })

  test('shows needs in ethics and privacy, and strength in leading play', async () => {
    const { cookie } = await follow((await linksInto(place)).owner.link)
    const { total, units, smallUnits } = municipalityResult.parse(await read(`/rounds/${links.rounds.released}/results`, cookie))
    const shareBelow = total.dimensions.map((figure) => [figure.id, 'hidden' in figure ? Number.NaN : figure.below.hi / figure.of] as const)
    const ordered = shareBelow.toSorted(([, one], [, other]) => other - one).map(([id]) => id)
    expect(ordered.slice(0, 2)).toEqual(['3', 'privacy'])
    expect(ordered.at(-1)).toBe('5')
    expect(units.filter(({ state }) => state === 'released')).toHaveLength(11)
    expect(smallUnits?.units).toEqual(['lia', 'vika', 'nes-sfo'])
  })

  test('signs the leader in for a released unit, with steps to show', async () => {
    const { body } = await follow(links.leader.link)
    const signedIn = session.parse(body)
    const [own] = signedIn.role === 'leader' ? signedIn.units : []
    const result = unitResult.parse(await read(`/rounds/${links.rounds.released}/results/${own?.unit ?? ''}`))
    const [block] = result.state === 'released' ? result.blocks : []
    expect(block).toMatchObject({ tiers: ['*'], n: 23 })
    for (const figure of block?.dimensions ?? []) expect(figure).toHaveProperty('steps')
  })

  test('shows different figures of how many have joined', async () => {
    const joined = await read(`/rounds/${links.rounds.open}/joined`)
    expect(new Set(Object.values(joined as Record<string, string>))).toEqual(new Set(['under-5', '5-or-more', 'half', 'most']))
  })

  test('prints three links, and the code that stands on the slip', () => {
    const printed = describeDemo(links).join('\n')
    for (const text of [links.staff?.link, links.staff?.code, links.leader.link, links.owner.link]) expect(printed).toContain(text)
  })
})

test('a demo that was cut short while it was made is made anew, and is there once', async () => {
  expect(announced).toEqual(['making', 'making'])
  expect(await stores.issuer.all('SELECT id FROM municipality')).toEqual([{ id: links.municipality }])
  expect(await stores.issuer.all('SELECT COUNT(*) AS rounds FROM round')).toEqual([{ rounds: 2 }])
  expect(await stores.collector.all('SELECT round FROM intake')).toEqual([{ round: links.rounds.open }])
  expect(readdirSync(dataFolder)).not.toContain('demo-in-the-making')
})

describe('opened again', () => {
  test('it is the same, with fresh sign-in links', async () => {
    const before = readFileSync(join(dataFolder, 'demo-slips.json'), 'utf8')
    const again = await linksInto(place)
    expect([again.municipality, again.rounds, again.staff]).toEqual([links.municipality, links.rounds, links.staff])
    expect(again.owner.link).not.toBe(links.owner.link)
    expect(readFileSync(join(dataFolder, 'demo-slips.json'), 'utf8')).toBe(before)
    expect(await stores.issuer.all('SELECT COUNT(*) AS municipalities FROM municipality')).toEqual([{ municipalities: 1 }])
    expect(await stores.issuer.all('SELECT COUNT(*) AS rounds FROM round')).toEqual([{ rounds: 2 }])
  })

  test('it hands out another slip once the first is used, until none is left', async () => {
    const round = roundSchema.parse(await read(`/rounds/${links.rounds.open}`))
    const used = new Set<string>()
    let slip = (await linksInto(place)).staff
    while (slip !== undefined && used.size < 50) {
      const parsed = parseSlip(slip.link)
      const unit = round.units.find((each) => parsed.ok && each.unit === parsed.value.unit)
      if (!parsed.ok || unit === undefined) throw new Error(`not a slip of this round: ${slip.link}`)
      expect(parsed.value.keyId).toBe(unit.keyId)
      await visit(app, { round, unit, code: parsed.value.code, tier: '-', values: '01234-ab' })
      used.add(slip.code)
      slip = (await linksInto(place)).staff
    }
    expect(used.size).toBe(9)
    expect(describeDemo(await linksInto(place)).join('\n')).not.toContain('/r#')
  })

  test('it has no slip after the round has closed', async () => {
    const later = { ...place, clock: () => new Date('2027-06-01T12:00:00Z') }
    expect(await linksInto(later)).not.toHaveProperty('staff')
  })
})

test('is not made where there is a real municipality', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'peil-real-'))
  const real: Stores = storesIn(folder)
  await createMunicipality(real.issuer, 'Dalen')
  expect(await ensureDemo({ ...place, stores: real, dataFolder: folder })).toBeUndefined()
  await real.close()
  removeStores(folder)
  rmSync(folder, { recursive: true })
})
