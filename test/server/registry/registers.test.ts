import { describe, expect, test } from 'vitest'
import type { UnitsImported } from '../../../src/protocol/units-csv.ts'
import { municipalityToFill } from './importing.ts'
import * as file from './register-files.ts'

const leftOutOf = ({ register }: UnitsImported) => register?.leftOut.map(({ line, unit, reason }) => `${line} ${unit} ${reason}`)

const solstraala = '974100011 Solstråla skole skole'

describe('the export of a register is known by its headings', () => {
  test.each([
    [
      'of schools in Norway',
      file.nsr(),
      'nsr',
      [solstraala, '974100022 Ås og Øya "gamle" skole skole'],
      ['4 974100033 no-kindergarten-or-school', '5 974100044 closed', '6 974100055 no-kindergarten-or-school'],
    ],
    [
      'of schools with earlier headings and a spreadsheet’s truth values',
      file.nsrEarlier,
      'nsr',
      [solstraala],
      ['3 974100033 no-kindergarten-or-school'],
    ],
    [
      'of schools and SFO with kinds in words',
      file.nsrInWords,
      'nsr',
      ['974100077 Snart nedlagt skole skole', '974100066 Solstråla SFO sfo', solstraala],
      ['4 974100033 no-kindergarten-or-school', '5 974100044 closed', '6 974100088 closed'],
    ],
    [
      'of kindergartens in Norway',
      file.nbr,
      'nbr',
      ['974200011 Bekken barnehage barnehage', '974200022 Lia familiebarnehage barnehage'],
      ['4 974200033 no-kindergarten-or-school', '5 974200044 closed'],
    ],
    [
      'of school units in Sweden',
      file.skolenhetsregistret,
      'skolenhetsregistret',
      ['12345601 Björkskolan skole', '12345601-sfo Björkskolan sfo', '12345602 Ängens fritidshem sfo'],
      ['4 12345603 no-kindergarten-or-school', '5 12345604 closed', '6 12345605 not-open-yet', '7 12345606 closed'],
    ],
    [
      'of school units with a column for every form',
      file.skolenhetsregistretInColumns,
      'skolenhetsregistret',
      ['12345601 Björkskolan skole', '12345601-sfo Björkskolan sfo', '12345607 Havsskolan skole'],
      ['3 12345603 no-kindergarten-or-school'],
    ],
  ])('%s', async (_which, content, register, units, leftOut) => {
    const { importing, stored } = await municipalityToFill()
    const done = await importing(content)
    expect([done.faults, done.imported, done.register?.register]).toEqual([[], units.length, register])
    expect(leftOutOf(done)).toEqual(leftOut)
    expect(await stored()).toEqual(units.toSorted())
  })

  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${file.nsr()}`)],
    ['Windows-1252', Buffer.from(file.nsr(), 'latin1')],
    ['UTF-16, low byte first', file.utf16(file.nsr(), 'le')],
    ['UTF-16, high byte first', file.utf16(file.nsr(), 'be')],
    ['commas', Buffer.from(file.nsr(undefined, ','))],
    ['tabs', Buffer.from(file.nsr(undefined, '\t'))],
    ['a first line that names the separator', Buffer.from(`sep=;\r\n${file.nsr()}`)],
    [
      'line breaks in headings and cells',
      Buffer.from(file.nsr().replace('Navn', '"Na\nvn"').replace('Solstråla skole', '"Solstråla\nskole"')),
    ],
  ])('with %s', async (_how, content) => {
    const { importing, stored } = await municipalityToFill()
    expect(await importing(content)).toMatchObject({ imported: 2, faults: [] })
    expect(await stored()).toContain(solstraala)
  })

  test('and an own list by saying the sector, in Norwegian or Swedish', async () => {
    const { importing, stored } = await municipalityToFill()
    expect((await importing('Enhet;Sektor;Orgnr\nSolstråla;Grunnskole;974100011\n')).register).toBeUndefined()
    await importing('Namn,Sektor\nLönnens,Förskola\nLönnens,Fritidshem\n')
    expect(await stored()).toEqual(['974100011 Solstråla skole', 'lonnens-barnehage Lönnens barnehage', 'lonnens-sfo Lönnens sfo'])
  })
})

describe('importing a register again', () => {
  const renamed = file.nsrRows.map((row) => row.map((cell) => cell.replace(/^Solstråla skole$/, 'Solstråla barneskole')))

  test('renames, doubles nothing and changes no id', async () => {
    const { importing, stored } = await municipalityToFill()
    await importing(file.nsr())
    await importing(file.nsr(renamed))
    expect(await stored()).toEqual(['974100011 Solstråla barneskole skole', '974100022 Ås og Øya "gamle" skole skole'])
  })

  test('leaves a unit that is gone or closed where it is, and says so', async () => {
    const { importing, stored } = await municipalityToFill()
    await importing(file.nsr())
    await importing('unit,name,sector\nhage,Bekken,barnehage\n')
    const closed = renamed
      .slice(0, 1)
      .concat([['974100022', 'Ås skole', 'Ås', '4699', 'false', 'true', 'true', 'true', 'true', '', '', '']])
    expect((await importing(file.nsr(closed))).register?.stays).toMatchObject([{ unit: '974100022', reason: 'closed' }])
    expect((await importing(file.nsr(renamed.slice(1, 2)))).register?.stays).toMatchObject([{ unit: '974100011', reason: 'not-in-file' }])
    expect(await stored()).toHaveLength(3)
  })

  test('keeps the ids of a school and its leisure-time centre, whichever of them goes and comes', async () => {
    const { importing, stored } = await municipalityToFill()
    const row = (forms: string) =>
      file.table([
        ['Skolenhetskod', 'Skolenhetsnamn', 'Status', 'Skolform'],
        ['12345601', 'Björk', 'Aktiv', forms],
      ])
    for (const forms of ['Fritidshem', 'Grundskola, Fritidshem', 'Grundskola', 'Fritidshem', 'Fritidshem, Grundskola'])
      await importing(row(forms))
    expect(await stored()).toEqual(['12345601 Björk sfo', '12345601-skole Björk skole'])
  })

  test('takes only the rows of the municipality that is asked for', async () => {
    const { importing, stored } = await municipalityToFill()
    const rows = [...file.nsrRows, ['974100099', 'Nabo skole', '', '301', 'true', 'true', 'true', 'false', '', '', '', '']]
    const all = await importing(file.nsr(rows), { only: '0301' })
    expect(all.register).toMatchObject({
      elsewhere: 5,
      municipalities: [
        { number: '0301', rows: 1 },
        { number: '4699', rows: 5 },
      ],
    })
    expect(await stored()).toEqual(['974100099 Nabo skole skole'])
  })
})

describe('a fault in a register says where and what', () => {
  const row = (changes: Readonly<Record<number, string>>) => [(file.nsrRows[0] ?? []).map((cell, at) => changes[at] ?? cell)]
  test.each([
    ['a number that is none', file.nsr(row({ 0: '9,741E+08' })), [{ line: 2, column: 'unit', reason: 'unit-malformed' }]],
    ['no name', file.nsr(row({ 1: '' })), [{ line: 2, column: 'name', reason: 'name-missing' }]],
    ['an unclear kind', file.nsr(row({ 6: 'kanskje' })), [{ line: 2, column: 'sector', reason: 'sector-unclear' }]],
    ['an unclear status', file.nsr(row({ 4: '' })), [{ line: 2, column: 'status', reason: 'status-unclear' }]],
    ['a unit twice', file.nsr([...file.nsrRows, ...row({})]), [{ line: 7, column: 'unit', reason: 'unit-repeated' }]],
    ['an open quote', `${file.nsr()}"974100088;x`, [{ line: 7, column: 'row', reason: 'quote-not-closed' }]],
    ['too many cells', file.nsr([[...(file.nsrRows[0] ?? []), 'more']]), [{ line: 2, column: 'row', reason: 'too-many-cells' }]],
    [
      'no word of what the units are',
      'Orgnr;Navn;Kommunenr\n974100011;x;4699\n',
      [{ line: 1, column: 'sector', reason: 'column-missing' }],
    ],
    ['no number', 'Navn;Orgnr;ErSkole;ErGrunnskole;Orgnr\n', [{ line: 1, column: 'unit', reason: 'column-repeated' }]],
  ])('%s', async (_what, content, faults) => {
    const { importing, stored } = await municipalityToFill()
    expect(await importing(content)).toMatchObject({ imported: 0, faults })
    expect(await stored()).toEqual([])
  })

  test('and the other rows come in if it is to be skipped', async () => {
    const { importing } = await municipalityToFill()
    expect(await importing(file.nsr([...file.nsrRows, ...row({ 0: 'x' })]), { skipFaulty: true })).toMatchObject({
      imported: 2,
      faults: [{ line: 7 }],
    })
  })
})

test('ten thousand rows of a register are read and stored in seconds, and again', async () => {
  const { importing, stored } = await municipalityToFill()
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    String(900_000_000 + at),
    `Skole ${at}`,
    '',
    '4699',
    ...'true;true;true;false;true;100;85.201;'.split(';'),
  ])
  for (const time of ['first', 'second']) {
    const started = performance.now()
    expect(await importing(file.nsr(rows)), time).toMatchObject({ imported: 10_000 })
    const took = performance.now() - started
    process.stdout.write(`10,000 rows of a register, ${time} import: ${Math.round(took)} ms\n`)
    expect(took).toBeLessThan(5_000)
  }
  expect(await stored()).toHaveLength(10_000)
})
