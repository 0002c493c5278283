import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStores } from '../../../src/server/store/stores.ts'
import { verifyStores } from '../../../src/server/verify/verify-stores.ts'
import { readRound } from '../../support/contributor.ts'
import { countersByTier, sumsByTier } from '../../support/counters.ts'
import { gather } from '../../support/crowd.ts'
import { day, startServer } from '../../support/server.ts'
import { prepareServer } from '../../support/server-process.ts'

const people = 48

test('backups made while people join and contribute are whole, hold no collector, and hold nobody up', async () => {
  const beside = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const server = await prepareServer({ PEIL_DATA: beside.folder })
  onTestFinished(async () => {
    await server.remove()
    await beside.remove()
  })
  await server.start()
  const closes = new Date(Date.now() + 30 * day).toISOString()
  const opened = await beside.openRound([{ unit: 'bekken', headcount: { practice: people } }], { closes })
  const round = await readRound(beside.app, opened.round)
  const places = { issuers: [server.origin], collectors: [server.origin] }
  const crowd = gather(places, round, 'bekken', opened.units[0]?.codes ?? [], 32)

  const folders = [1, 2, 3].map((at) => join(beside.folder, `backup-${at}`))
  let made = 0
  async function keepAll(): Promise<void> {
    for (const folder of folders) {
      await crowd.after(10)
      await server.peil('backup', folder)
      made += 1
    }
  }
  await Promise.all([crowd.contribute(() => made === folders.length), keepAll()])
  expect([...crowd.seen.statuses.keys()].filter((status) => status !== 200 && status !== 409)).toEqual([])
  const { issuer, collector } = beside.stores
  expect(await countersByTier(collector)).toEqual(sumsByTier(crowd.acknowledged()))

  const nullifiers = (await collector.all('SELECT nullifier, commitment FROM nullifier')).flatMap((row) => Object.values(row))
  for (const folder of folders) {
    const names = await readdir(folder)
    expect(names.filter((name) => name.includes('collector') || name.includes('journal'))).toEqual([])
    const written = Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))))
    expect(nullifiers.filter((bytes) => written.includes(Buffer.from(bytes as Uint8Array)))).toEqual([])
    const copy = openStores(folder)
    // Each code that was used counts as one who has joined: the copy is of one moment.
    expect(
      await copy.issuer.all(`SELECT signed - (SELECT COUNT(*) FROM code WHERE blinded_hash IS NOT NULL) AS apart FROM round_unit`),
    ).toEqual([expect.objectContaining({ apart: 0 })])
    expect((await verifyStores({ dataFolder: folder }, () => copy)).faults).toEqual([])
    await copy.close()
  }
  expect(await issuer.all('SELECT signed FROM round_unit')).toEqual([expect.objectContaining({ signed: people })])
}, 120_000)
