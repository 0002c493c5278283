import { describe, expect, test } from 'vitest'
import { municipalityToFill } from './importing.ts'

const distinct = expect.stringMatching(/^aasen-[0-9a-f]{12}-skole Aasen skole$/) as string

describe('importing an own list again neither doubles a unit nor gives it to another', () => {
  test('whose letters are composed in another way', async () => {
    const { importing, storing, stored } = await municipalityToFill()
    await importing('name,sector\nÅsen,skole\n'.normalize('NFC'))
    expect(await importing('name,sector\nÅsen,skole\n'.normalize('NFD'))).toMatchObject({ imported: 1, faults: [] })
    expect(await stored()).toEqual(['aasen-skole Åsen skole'.normalize('NFC')])
    await storing({ unit: 'o1', name: 'Øyén'.normalize('NFD'), sector: 'sfo' })
    await importing('name,sector\nØyén,sfo\n'.normalize('NFC'))
    expect(await stored()).toEqual(['aasen-skole Åsen skole', 'o1 Øyén sfo'].map((unit) => unit.normalize('NFC')))
  })

  test('whose id is written with other capital letters', async () => {
    const { importing, stored } = await municipalityToFill()
    await importing('unit,name,sector\nlia,Lia,sfo\n')
    const faults = [{ line: 3, column: 'unit', reason: 'unit-repeated' }]
    const list = 'unit,name,sector\nbekken,Bekken,sfo\nLIA,Lia,sfo\n'
    expect(await importing(list)).toEqual({ imported: 0, units: [], faults })
    expect(await importing(list, { skipFaulty: true })).toMatchObject({ imported: 1, faults })
    expect(await stored()).toEqual(['bekken Bekken sfo', 'lia Lia sfo'])
  })

  test('not even two that were stored with such ids before', async () => {
    const { importing, storing, stored } = await municipalityToFill()
    await storing({ unit: 'LIA', name: 'Lia', sector: 'sfo' }, { unit: 'lia', name: 'Li', sector: 'sfo' })
    expect(await importing('unit,name,sector\nlia,Li nye,sfo\nLIA,Lia nye,sfo\n')).toMatchObject({ imported: 2, faults: [] })
    expect(await importing('unit,name,sector\nLia,Lia,sfo\n')).toMatchObject({ imported: 0, faults: [{ reason: 'unit-repeated' }] })
    expect(await stored()).toEqual(['LIA Lia nye sfo', 'lia Li nye sfo'])
  })

  test.each([
    ['aasen-skole', 'Åsen'],
    ['Aasen-Skole', 'Åsen'],
    ['aasen-skole', 'Aasen gamle'],
  ])('whose name would give the id %s of %s', async (unit, name) => {
    const { importing, stored } = await municipalityToFill()
    await importing(`unit,name,sector\n${unit},${name},skole\n`)
    for (const _time of ['first', 'second']) {
      expect(await importing('name,sector\nAasen,skole\n')).toMatchObject({ imported: 1, faults: [] })
      expect(await stored()).toEqual([`${unit} ${name} skole`, distinct].toSorted())
    }
  })

  test('not even if the distinct id has gone to another name', async () => {
    const { importing, stored } = await municipalityToFill()
    await importing('name,sector\nÅsen,skole\nAasen,skole\n')
    const made = (await stored()).find((unit) => unit.endsWith(' Aasen skole'))?.split(' ')[0] ?? ''
    await importing(`unit,name,sector\n${made},Nyskolen,skole\n`)
    await importing('name,sector\nAasen,skole\n')
    expect(await stored()).toHaveLength(3)
    expect(await stored()).toContain(`${made} Nyskolen skole`)
  })
})

describe('a unit that an own list no longer has stays, and the report says so', () => {
  const list = 'unit,name,sector\nbekken,Bekken,barnehage\nlia,Lia,barnehage\n'
  const stays = [{ unit: 'lia', name: 'Lia', sector: 'barnehage', reason: 'not-in-file' }]

  test('of the sectors that the list is about', async () => {
    const { importing, stored } = await municipalityToFill()
    expect(await importing(list)).not.toHaveProperty('list')
    expect((await importing('name,sector\nNes,sfo\n')).list).toBeUndefined()
    expect((await importing('name,sector\nBekken,barnehage\n')).list).toEqual({ stays, municipalities: [], elsewhere: 0 })
    expect(await stored()).toHaveLength(3)
  })

  test('but not while rows are faulty: it may be in one of them', async () => {
    const { importing } = await municipalityToFill()
    await importing(list)
    const faulty = 'unit,name,sector\nbekken,Bekken,barnehage\nlia,Lia,x\n'
    expect(await importing(faulty)).not.toHaveProperty('list')
    expect(await importing(faulty, { skipFaulty: true })).not.toHaveProperty('list')
  })

  test('units of a register only if the list has such too', async () => {
    const { importing, storing } = await municipalityToFill()
    await storing({ unit: '974200011', name: 'Bekken', sector: 'barnehage' }, { unit: '974200022', name: 'Lia', sector: 'barnehage' })
    expect(await importing('name,sector\nTunet,barnehage\n')).not.toHaveProperty('list')
    const again = await importing('unit,name,sector\n974200011,Bekken,barnehage\n')
    expect(again.list?.stays.map(({ unit }) => unit)).toEqual(['974200022', 'tunet-barnehage'])
  })
})
