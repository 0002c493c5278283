import { describe, expect, test } from 'vitest'
import { municipalityToFill } from './importing.ts'
import * as file from './register-files.ts'

const neighbour = ['974100099', 'Nabo skole', '', '301', 'true', 'true', 'true', 'false', '', '', '', '']
const ofTwo = file.nsr([...file.nsrRows, neighbour])
const both = [
  { number: '0301', rows: 1 },
  { number: '4699', rows: 5 },
]
const listOfTwo = 'kommunenr;unit;name;sector\n4699;lia;Lia;sfo\n301;nabo;Nabo;sfo\n4699;nes;Nes;sfo\n'

describe('a file with units of several municipalities', () => {
  test.each([
    ['of a register', ofTwo],
    ['of a register, faulty rows and all', file.nsr([...file.nsrRows, neighbour, ['x', ...neighbour.slice(1)]])],
    ['of an own list', listOfTwo],
  ])('%s imports nothing until it is said which, whatever is skipped', async (_which, content) => {
    const { importing, stored } = await municipalityToFill()
    for (const skipFaulty of [false, true]) {
      const done = await importing(content, { skipFaulty })
      expect(done).toMatchObject({
        imported: 0,
        units: [],
        faults: [{ line: 1, column: 'municipality', reason: 'municipalities-several' }],
      })
      expect((done.register ?? done.list)?.municipalities.map(({ number }) => number)).toEqual(['0301', '4699'])
      expect((done.register ?? done.list)?.stays).toEqual([])
    }
    expect(await stored()).toEqual([])
  })

  test('gives the units of the one that is asked for', async () => {
    const { importing, stored } = await municipalityToFill()
    expect((await importing(ofTwo, { only: '0301' })).register).toMatchObject({ elsewhere: 5, municipalities: both })
    expect(await importing(listOfTwo, { only: '4699' })).toMatchObject({
      imported: 2,
      list: { elsewhere: 1, municipalities: [{ number: '0301' }, { number: '4699' }] },
    })
    expect(await stored()).toEqual(['974100099 Nabo skole skole', 'lia Lia sfo', 'nes Nes sfo'])
  })

  test('gives nothing if none of it is asked for, and says how many rows it passed over', async () => {
    const { importing } = await municipalityToFill()
    expect(await importing(listOfTwo, { only: '1111' })).toMatchObject({ imported: 0, faults: [], list: { elsewhere: 3 } })
  })
})

test.each([
  ['a register', 'Orgnr;Navn;ErSkole;ErGrunnskole\n974100011;Solstråla;ja;ja\n'],
  ['an own list', 'name;sector\nLia;sfo\n'],
])('asking one municipality of %s that does not say which its rows are of is a fault', async (_what, content) => {
  const { importing, stored } = await municipalityToFill()
  expect(await importing(content, { only: '1111', skipFaulty: true })).toEqual({
    imported: 0,
    units: [],
    faults: [{ line: 1, column: 'municipality', reason: 'column-missing' }],
  })
  expect(await stored()).toEqual([])
  expect(await importing(content)).toMatchObject({ imported: 1, faults: [] })
})

test('an own list of one municipality says so', async () => {
  const { importing } = await municipalityToFill()
  const one = 'Kommunekode;Kommunenr;Enhet;Sektor\nx;301;Lia;sfo\n'
  expect(await importing(one)).toMatchObject({ imported: 1, list: { municipalities: [{ number: '0301', rows: 1 }], elsewhere: 0 } })
  expect(await importing(one, { only: '0301' })).toMatchObject({ imported: 1 })
})
