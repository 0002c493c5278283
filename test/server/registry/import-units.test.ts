import { expect, test } from 'vitest'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { importUnits } from '../../../src/server/registry/import-units.ts'
import { municipalityToFill } from './importing.ts'

test('nothing is imported if one row is faulty', async () => {
  const { importing, stored } = await municipalityToFill()
  const faults = [{ line: 3, column: 'sector', reason: 'sector-unknown' }]
  expect(await importing('name,sector\nBekken,barnehage\nLia,x\n')).toEqual({ imported: 0, units: [], faults })
  expect(await stored()).toEqual([])
})

test('the other rows are imported if faulty ones are skipped', async () => {
  const { importing, stored } = await municipalityToFill()
  const result = await importing('name,sector\nBekken,barnehage\nLia,x\n', { skipFaulty: true })
  expect(result).toMatchObject({ imported: 1, faults: [{ line: 3 }] })
  expect(await stored()).toEqual(['bekken-barnehage Bekken barnehage'])
})

test('importing again renames by id and doubles nothing', async () => {
  const { importing, stored } = await municipalityToFill()
  await importing('unit,name,sector\nb1,Bekken,barnehage\n,Lia,barnehage\n')
  await importing('unit,name,sector\nb1,Bekken barnehage,barnehage\n,Lia,barnehage\n')
  expect(await stored()).toEqual(['b1 Bekken barnehage barnehage', 'lia-barnehage Lia barnehage'])
})

test('a later file without ids finds the units by name', async () => {
  const { importing, stored } = await municipalityToFill()
  await importing('unit,name,sector\nb1,Bekken,barnehage\n')
  await importing('name;sector\nBEKKEN;barnehage\nBekken;sfo\n')
  expect(await stored()).toEqual(['b1 BEKKEN barnehage', 'bekken-sfo Bekken sfo'])
})

test('two municipalities may use the same ids', async () => {
  const { database, importing, stored } = await municipalityToFill()
  const other = await createMunicipality(database, 'Dalen')
  await importing('unit,name,sector\nb1,Bekken,barnehage\n')
  await importUnits(
    database,
    { municipality: other.id, file: Buffer.from('unit,name,sector\nb1,Dalen skole,skole\n'), skipFaulty: false, who: 'operator' },
    new Date(),
  )
  expect(await stored()).toEqual(['b1 Bekken barnehage'])
})

test('ten thousand units are stored in seconds, and the log says how many, not which', async () => {
  const { database, id, importing } = await municipalityToFill()
  const rows = Array.from({ length: 10_000 }, (_, at) => `u${at},Enhet ${at},skole`)
  const started = performance.now()
  expect(await importing(`unit,name,sector\n${rows.join('\n')}\n`)).toMatchObject({ imported: 10_000 })
  expect(performance.now() - started).toBeLessThan(5_000)
  const log = await database.all('SELECT who, action, detail FROM audit WHERE municipality = $1', id)
  expect(log).toEqual([{ who: 'operator', action: 'units-imported', detail: '{"imported":10000}' }])
})

test('the log can only grow', async () => {
  const { database, importing } = await municipalityToFill()
  await importing('name,sector\nBekken,barnehage\n')
  await expect(database.all('DELETE FROM audit')).rejects.toThrow('append-only')
  await expect(database.all(`UPDATE audit SET action = 'x'`)).rejects.toThrow('append-only')
})

test('an unknown municipality is refused', async () => {
  const { database } = await municipalityToFill()
  const wanted = { municipality: 'nowhere', file: Buffer.from('name,sector\nBekken,sfo\n'), skipFaulty: false, who: 'owner' } as const
  expect(await importUnits(database, wanted, new Date())).toEqual({ ok: false, error: { kind: 'municipality-unknown' } })
})
