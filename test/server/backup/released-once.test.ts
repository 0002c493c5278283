import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findDocument } from '../../../src/server/release/document.ts'
import { closeRound } from '../../../src/server/release/close-round.ts'
import { day } from '../../support/server.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.remove())
beforeEach(async () => {
  stage.next()
  await stage.backup()
})

const isClosing = () =>
  stage.alter('issuer', `UPDATE round SET phase = 'closing', closed = '2026-11-03T00:00:00.000Z' WHERE round = '${stage.open}'`)
const phaseOf = (round: string) =>
  stage.look(async ({ issuer }) => (await issuer.all('SELECT phase, closed FROM round WHERE round = $1', round))[0])
const late = () => new Date(stage.server.clock().getTime() + 40 * day)
const uncertain = (why: string) => ({ ok: false, error: { kind: 'release-uncertain', rounds: [{ round: stage.open, why }] } })

test('a round that was about to be released is not taken up again unless the operator says so', async () => {
  await isClosing()
  expect(await stage.restore()).toEqual(uncertain('closing'))
  expect(await stage.left()).toEqual([])
  const restored = await stage.restore({ reopen: new Set([stage.open]) })
  expect(restored.ok && restored.value.rounds).toContainEqual({ round: stage.open, state: 'open' })
  expect(await phaseOf(stage.open)).toEqual(expect.objectContaining({ phase: 'open', closed: null }))
})

test('a round whose time has run out since is not released a second time unasked', async () => {
  expect(await stage.restore({ now: late() })).toEqual(uncertain('too-late'))
  expect(await stage.restore({ now: late(), reopen: new Set([stage.open]) })).toEqual(uncertain('too-late'))
  expect(await stage.left()).toEqual([])
})

test('a round that is given up takes nothing more, and is released with nobody in it', async () => {
  const restored = await stage.restore({ giveUp: new Set([stage.open]) })
  expect(restored.ok && restored.value.rounds).toContainEqual({ round: stage.open, state: 'given-up' })
  expect(await phaseOf(stage.open)).toMatchObject({ phase: 'closing' })
  await stage.look(async (stores) => {
    const closed = await closeRound({ stores, clock: stage.server.clock }, stage.open, 'clock')
    expect(closed).toMatchObject({ ok: true, value: { units: [{ unit: 'bekken', state: 'hidden' }] } })
    expect(await stores.issuer.all('SELECT action FROM audit ORDER BY seq DESC LIMIT 3')).toEqual([
      expect.objectContaining({ action: 'round-released' }),
      expect.objectContaining({ action: 'stores-restored' }),
      expect.objectContaining({ action: 'round-closed' }),
    ])
  })
})

test('a word about a round that is not in the backup is refused', async () => {
  const unknown = { ok: false, error: { kind: 'round-unknown', round: 'nowhere' } }
  expect(await stage.restore({ giveUp: new Set(['nowhere']) })).toEqual(unknown)
  expect(await stage.restore({ reopen: new Set(['nowhere']) })).toEqual(unknown)
  expect(await stage.left()).toEqual([])
})

test('a round whose document is in the backup is never released a second time', async () => {
  await stage.alter('issuer', `UPDATE round SET phase = 'open', closed = NULL WHERE round = '${stage.released}'`)
  const restored = await stage.restore({ reopen: new Set([stage.released]) })
  expect(restored.ok && restored.value.rounds).toContainEqual({ round: stage.released, state: 'finishing' })
  expect(await phaseOf(stage.released)).toMatchObject({ phase: 'closing' })
})

/** A backup from before the release of `released`, and a folder for what is found elsewhere. */
async function beforeRelease(): Promise<string> {
  const found = `${stage.folder}-found`
  await mkdir(found)
  await copyFile(join(stage.folder, 'released.sqlite'), join(found, 'released.sqlite'))
  await stage.alter('released', 'DELETE FROM released')
  await stage.alter('issuer', `UPDATE round SET phase = 'open', closed = NULL WHERE round = '${stage.released}'`)
  return found
}

async function expectPutBack(path: string): Promise<void> {
  const restored = await stage.restore({ released: path })
  expect(restored.ok && restored.value.rounds).toContainEqual({ round: stage.released, state: 'finishing' })
  const document = await findDocument(stage.server.stores.released, stage.released)
  await stage.look(async (stores) => {
    expect(await findDocument(stores.released, stage.released)).toEqual(document)
    expect(await closeRound({ stores, clock: stage.server.clock }, stage.released, 'clock')).toEqual({ ok: true, value: document })
  })
}

test('a document that is found in what is left of the old place comes back, and the round with it', async () => {
  await expectPutBack(await beforeRelease())
})

test('a document that an owner has kept comes back, however it was laid out', async () => {
  const found = await beforeRelease()
  await rm(join(found, 'released.sqlite'))
  const document = await findDocument(stage.server.stores.released, stage.released)
  await writeFile(join(found, 'noise.json'), '{')
  await writeFile(join(found, 'august.json'), JSON.stringify(document, undefined, 4))
  await expectPutBack(found)
})

test('a file that is named by itself is enough', async () => {
  const found = await beforeRelease()
  await expectPutBack(join(found, 'released.sqlite'))
})

test('a document that was altered is none, and neither is a damaged file', async () => {
  const found = await beforeRelease()
  const document = await findDocument(stage.server.stores.released, stage.released)
  await writeFile(join(found, 'released.sqlite'), 'no store at all, whatever it is called')
  await writeFile(join(found, 'altered.json'), JSON.stringify({ ...document, total: { n: 9, dimensions: [] } }))
  const restored = await stage.restore({ released: found })
  expect(restored.ok && restored.value.rounds).toContainEqual({ round: stage.released, state: 'open' })
})

test('a place for documents that is not there is said, and nothing is restored', async () => {
  expect(await stage.restore({ released: `${stage.folder}-nowhere` })).toEqual({ ok: false, error: { kind: 'documents-unreadable' } })
  expect(await stage.left()).toEqual([])
})
