import { describe, expect, test } from 'vitest'
import { packsNamed } from '../../../src/domain/instrument/own-pack.ts'
import { packChecked, packList, packLoaded, packUnloaded } from '../../../src/protocol/own-pack.ts'
import { packCheck } from '../../../src/server/cli/pack-check.ts'
import { packList as packListCommand } from '../../../src/server/cli/pack-list.ts'
import { packLoad } from '../../../src/server/cli/pack-load.ts'
import { packTemplate } from '../../../src/server/cli/pack-template.ts'
import { packUnload } from '../../../src/server/cli/pack-unload.ts'
import type { Command } from '../../../src/server/cli/command.ts'
import { runCommand } from '../../../src/server/cli/run-command.ts'
import { findPack, hashOf } from '../../../src/server/registry/own-packs.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { saveUnits } from '../../../src/server/registry/units.ts'
import { openRound } from '../../../src/server/issuer/open-round.ts'
import { closeRound } from '../../../src/server/release/close-round.ts'
import type { Stores } from '../../../src/server/store/stores.ts'
import { roundsIn } from '../../../src/server/issuer/rounds.ts'
import { ownPack } from '../../support/own-pack.ts'
import { openTerminal } from './peil.ts'

async function office() {
  const terminal = openTerminal()
  const stores = terminal.openStores()
  const { id: municipality } = await createMunicipality(stores.issuer, 'Fjordvik')
  await saveUnits(stores.issuer, municipality, [
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'ledere', name: 'Styrere', sector: 'leaders-barnehage' },
    { unit: 'fjord', name: 'Fjord skole', sector: 'skole' },
  ])
  await stores.close()
  const run = async (command: Command, ...words: string[]) => runCommand(command, words, terminal.environment)
  return {
    ...terminal,
    municipality,
    run,
    load: async (document: object, into = municipality) =>
      run(packLoad, terminal.write('pack.json', JSON.stringify(document)), '--municipality', into),
    withStores: async <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
      const opened = terminal.openStores()
      try {
        return await work(opened)
      } finally {
        await opened.close()
      }
    },
  }
}
type Office = Awaited<ReturnType<typeof office>>

function openOne({ municipality, withStores }: Office, units: readonly string[], modules?: readonly 'ai'[]) {
  return withStores(async ({ issuer }) => {
    const deps = {
      issuer,
      clock: () => new Date(),
      random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
      publicOrigin: 'x',
    }
    const asked = units.map((unit) => ({ unit, headcount: { teacher: 5 } }))
    const file = {
      title: 'Runde',
      municipality,
      closes: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      units: asked,
      ...(modules && { modules: [...modules] }),
    }
    const opened = await openRound(deps, file)
    if (!opened.ok) throw new Error(opened.error.kind)
    const found = await roundsIn(issuer)(opened.value.round)
    return { round: opened.value.round, versions: found?.frozen.units.map(({ instrument }) => instrument.version) ?? [] }
  })
}

test('from the template to a list: somebody writes a pack without code', async () => {
  const terminal = openTerminal()
  const template = await terminal.peil('pack-template', '--for', 'sfo')
  const file = terminal.write('pack.json', template.stdout.replaceAll('our-sfo', 'fjordvik-sfo'))
  expect(await terminal.reading(packChecked, 'pack-check', file)).toMatchObject({
    pack: { id: 'fjordvik-sfo', version: '2026.1', for: 'sfo' },
    languages: [{ language: 'nb' }, { language: 'en' }],
    faults: [],
  })
  const place = await office()
  const loaded = packLoaded.parse(((await place.run(packLoad, file, '--municipality', place.municipality)) as { print: unknown }).print)
  expect(loaded.sha256).toBe(hashOf(JSON.parse(template.stdout.replaceAll('our-sfo', 'fjordvik-sfo')) as never))
  const listed = await place.run(packListCommand, '--municipality', place.municipality)
  expect(packList.parse((listed as { print: unknown }).print).packs).toEqual([{ ...loaded, for: 'sfo', usedByNewRounds: true }])
})

test('a pack with faults is not loaded, and every fault is named with its language', async () => {
  const place = await office()
  const broken = JSON.parse(
    JSON.stringify(await ownPack()).replace('Jeg har ikke gjort dette ennå.', 'Jeg har ikke gjort dette ennå!'),
  ) as object
  const file = place.write('broken.json', JSON.stringify(broken))
  const { status, stdout, stderr } = await place.peil('pack-check', file)
  expect([status, stderr]).toEqual([1, 'The pack has faults: it cannot be asked as it is.\n'])
  expect(packChecked.parse(JSON.parse(stdout)).faults).toContainEqual({
    language: 'nb',
    key: 'items/fjordvik-sett.1.question-1/anchors/0',
    reason: expect.stringContaining('full stop') as string,
  })
  expect(await place.load(broken)).toMatchObject({ kind: 'refused', print: { faults: [{}, {}] } })
  expect(await place.load({ ...broken, words: { nb: { items: {}, terms: {}, colour: 'red' } } })).toMatchObject({
    kind: 'refused',
    print: { pack: null, faults: [{ language: 'nb', key: 'colour', reason: 'Unknown field' }] },
  })
  const listed = await place.run(packListCommand, '--municipality', place.municipality)
  expect(listed).toMatchObject({ print: { packs: [] } })
})

describe('a version is for ever', () => {
  test('the same content may be loaded again, another may not, not even after it was unloaded', async () => {
    const place = await office()
    const first = await ownPack()
    const other = JSON.parse(JSON.stringify(first).replaceAll('Amina', 'Jonas')) as object
    expect((await place.load(first)).kind).toBe('done')
    expect((await place.load(first)).kind).toBe('done')
    expect(await place.load(other)).toMatchObject({ message: expect.stringContaining('a version is for ever') as string })
    await place.run(packUnload, 'fjordvik-sett', '--municipality', place.municipality)
    expect((await place.load(other)).kind).toBe('refused')
    expect((await place.load(first)).kind).toBe('done')
  })

  test('a newer version takes its place; another pack must wait until it is unloaded', async () => {
    const place = await office()
    await place.load(await ownPack())
    await place.load(await ownPack('barnehage', 'fjordvik-sett', '2026.2'))
    expect(await place.load(await ownPack('barnehage', 'annet-sett'))).toMatchObject({
      message: 'Another pack is asked here already: unload it first. (pack fjordvik-sett, for barnehage)',
    })
    const listed = (await place.run(packListCommand, '--municipality', place.municipality)) as { print: unknown }
    expect(packList.parse(listed.print).packs.map(({ version, usedByNewRounds }) => [version, usedByNewRounds])).toEqual([
      ['2026.1', false],
      ['2026.2', true],
    ])
    await place.run(packUnload, 'fjordvik-sett', '--municipality', place.municipality)
    expect((await place.load(await ownPack('barnehage', 'annet-sett'))).kind).toBe('done')
  })
})

describe('round-open', () => {
  test('without own packs names the version as ever', async () => {
    expect((await openOne(await office(), ['bekken', 'fjord'])).versions).toEqual(['2026.1', '2026.1'])
  })

  test('names the pack of the sector, its leaders included, and of the modules that are asked', async () => {
    const place = await office()
    const [core, ai] = [await ownPack(), await ownPack('ai', 'fjordvik-ki')]
    await place.load(ai)
    await place.load(core)
    const [inCore, inAi] = [`fjordvik-sett.${hashOf(core)}`, `fjordvik-ki.${hashOf(ai)}`]
    expect((await openOne(place, ['bekken'])).versions).toEqual([`2026.1+${inCore}`])
    expect((await openOne(place, ['ledere', 'fjord'], ['ai'])).versions).toEqual([`2026.1+${inCore}+${inAi}`, `2026.1+${inAi}`])
  })

  test('keeps what a round asks until it is over, and another municipality has its own', async () => {
    const place = await office()
    const document = await ownPack()
    await place.load(document)
    const { round, versions } = await openOne(place, ['bekken'])
    const sha256 = packsNamed(versions[0] ?? '')[0]?.sha256 ?? ''
    const unload = async () =>
      packUnloaded.parse(((await place.run(packUnload, 'fjordvik-sett', '--municipality', place.municipality)) as { print: unknown }).print)
    const there = () => place.withStores(({ issuer }) => findPack(issuer, sha256))
    expect((await unload()).versions).toEqual([{ version: '2026.1', sha256, document: 'kept' }])
    expect(await there()).toEqual(document)
    expect((await openOne(place, ['fjord', 'ledere'])).versions).toEqual(['2026.1', '2026.1'])
    await place.withStores((stores) => closeRound({ stores, clock: () => new Date() }, round, 'operator'))
    expect((await unload()).versions).toEqual([{ version: '2026.1', sha256, document: 'removed' }])
    expect(await there()).toBeUndefined()
    const elsewhere = await place.withStores(({ issuer }) => createMunicipality(issuer, 'Dalen'))
    await place.load(document, elsewhere.id)
    expect(await there()).toEqual(document)
  })
})

test('loading and unloading stand in the audit log', async () => {
  const place = await office()
  await place.load(await ownPack())
  await place.run(packUnload, 'fjordvik-sett', '--municipality', place.municipality)
  const rows = await place.withStores(({ issuer }) => issuer.all('SELECT who, action FROM audit ORDER BY seq'))
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { who: 'operator', action: 'pack-loaded' },
    { who: 'operator', action: 'pack-unloaded' },
  ])
})

test.each([
  ['a file that is not there', packCheck, ['nowhere.json'], 'cannot be read'],
  ['a place that nobody asks in', packTemplate, ['--for', 'university'], 'known barnehage skole sfo privacy'],
  ['a municipality that does not exist', packListCommand, ['--municipality', 'nowhere'], 'no municipality'],
  ['a pack of no municipality', packUnload, ['x-y-z', '--municipality', 'nowhere'], 'no municipality'],
])('%s is refused in words', async (_what, command, words, reason) => {
  const { environment } = openTerminal()
  expect(await runCommand(command, words, environment)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining(reason) as string,
  })
})

test('a pack that was never loaded cannot be unloaded, and a file that is far too large is not read', async () => {
  const place = await office()
  expect(await place.run(packUnload, 'nothing', '--municipality', place.municipality)).toMatchObject({
    message: 'This municipality has no pack with this id.',
  })
  const large = place.write('large.json', `"${'x'.repeat(3 * 1024 * 1024)}"`)
  expect(await place.run(packCheck, large)).toMatchObject({ message: 'The file is larger than such a file can be.' })
})
