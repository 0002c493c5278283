import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStores } from '../../../src/server/store/stores.ts'
import { verifyStores } from '../../../src/server/verify/verify-stores.ts'

test('it is found when pages of a file are damaged, and when a file is none or is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'peil-damaged-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await openStores(folder).close()
  const path = join(folder, 'issuer.sqlite')
  const bytes = await readFile(path)
  await writeFile(path, bytes.fill(7, 4096 * 3, 4096 * 5))
  await writeFile(join(folder, 'collector.sqlite'), 'no store at all, whatever it is called')
  await rm(join(folder, 'released.sqlite'))
  const { faults } = await verifyStores({ dataFolder: folder }, () => openStores(folder))
  expect([...new Set(faults.map(({ store, kind }) => `${store} ${kind}`))]).toEqual([
    'issuer damaged',
    'collector damaged',
    'released missing',
  ])
})
