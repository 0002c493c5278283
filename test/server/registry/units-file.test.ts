import { describe, expect, test } from 'vitest'
import { decodeUnitsFile, readUnitsFile } from '../../../src/server/registry/units-file.ts'

function read(content: string | Buffer) {
  return readUnitsFile(decodeUnitsFile(typeof content === 'string' ? Buffer.from(content) : content), [], { today: '2026-11-21' })
}

const solstraala = { unit: 'solstraala-barnehage', name: 'Solstråla barnehage', sector: 'barnehage' }

describe('a unit file is read', () => {
  test.each([
    ['with commas', 'unit,name,sector\nx1,Solstråla barnehage,barnehage\n'],
    ['with semicolons', 'unit;name;sector\nx1;Solstråla barnehage;barnehage\n'],
    ['with Windows line ends and a byte order mark', '\uFEFFunit;name;sector\r\nx1;Solstråla barnehage;barnehage\r\n'],
    ['whatever the case of the header and the sector', 'Unit,NAME,Sector\nx1,Solstråla barnehage,Barnehage\n'],
    ['whatever the order of the columns, with others among them', 'sector,org,name,unit\nbarnehage,9,Solstråla barnehage,x1\n'],
    ['in Latin-1', Buffer.from('unit,name,sector\nx1,Solstråla barnehage,barnehage\n', 'latin1')],
    ['with quotes, and blank lines', '\n"unit","name","sector"\n\n"x1","Solstråla barnehage","barnehage"\n\n'],
    ['with a line break in a name', 'unit,name,sector\nx1,"Solstråla\nbarnehage",barnehage\n'],
  ])('%s', (_how, content) => {
    expect(read(content)).toMatchObject({ units: [{ ...solstraala, unit: 'x1' }], faults: [] })
  })

  test('with what Windows-1252 has beyond Latin-1', () => {
    const bytes = Buffer.from([...Buffer.from('name,sector\nL'), 0xe6, 0x72, 0x96, 0x41, ...Buffer.from(',sfo\n')])
    expect(read(bytes).units).toEqual([{ unit: 'laer-a-sfo', name: 'Lær–A', sector: 'sfo' }])
  })

  test('ten thousand rows at once, in well under two seconds', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `u${at},Enhet ${at},skole`)
    const started = performance.now()
    expect(read(`unit,name,sector\n${rows.join('\n')}\n`).units).toHaveLength(10_000)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('a unit without an id gets one', () => {
  test('made from its name, the same every time', () => {
    expect(read('name,sector\nSolstråla barnehage,barnehage\n').units).toEqual([solstraala])
    expect(read('unit,name,sector\nx,Annen,sfo\n,Solstråla  Barnehage,barnehage\n').units[1]?.unit).toBe(solstraala.unit)
  })

  test('of its own, where another name of the file would give the same', () => {
    const [first, second] = read('name,sector\nÅsen,skole\nAasen,skole\n').units
    expect([first?.unit, second?.unit]).toEqual(['aasen-skole', expect.stringMatching(/^aasen-[0-9a-f]{12}-skole$/)])
  })

  test('different for a school and an SFO of the same name', () => {
    expect(read('name,sector\nÅs,skole\nÅs,sfo\n').units.map(({ unit }) => unit)).toEqual(['aas-skole', 'aas-sfo'])
  })

  test.each([
    ['a long name', 'Barnehagen '.repeat(15)],
    ['letters that are not Latin', '東京'],
    ['Sámi letters', 'Čáhput ŋuohti'],
    ['punctuation only', '--'],
  ])('valid for %s', (_what, name) => {
    const [first] = read(`name,sector\n${name},barnehage\n`).units
    expect(first?.unit).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
    expect(read(`name,sector\n${name}x,barnehage\n`).units[0]?.unit).not.toBe(first?.unit)
  })

  test('that it already has, if it is known by name and sector', () => {
    const stored = [{ unit: 'nsr-1', name: 'Bekken', sector: 'barnehage' }] as const
    expect(readUnitsFile('name,sector\nBekken,barnehage\n', stored, { today: '2026-11-21' }).units[0]?.unit).toBe('nsr-1')
  })
})

type Case = [what: string, content: string, faults: readonly object[]]

describe('a fault says where and what', () => {
  test.each<Case>([
    ['a missing column', 'unit,name\na,b\n', [{ line: 1, column: 'sector', reason: 'column-missing' }]],
    [
      'an empty file',
      '',
      [
        { line: 1, column: 'name', reason: 'column-missing' },
        { line: 1, column: 'sector', reason: 'column-missing' },
      ],
    ],
    ['a column given twice', 'name,name,sector\na,b,sfo\n', [{ line: 1, column: 'name', reason: 'column-repeated' }]],
    ['an unknown sector, on its line', 'name,sector\na,sfo\n\nb,university\n', [{ line: 4, column: 'sector', reason: 'sector-unknown' }]],
    ['a missing name', 'unit,name,sector\nx,,sfo\n', [{ line: 2, column: 'name', reason: 'name-missing' }]],
    ['a name that is too long', `name,sector\n${'a'.repeat(201)},sfo\n`, [{ line: 2, column: 'name', reason: 'name-too-long' }]],
    ...['a\u0007b', 'Li\u202ea', '\u200eLia', 'Li\u00ada', '\u200b', 'Li\ufffda', '\u0001\u0002'].map((name): Case => [
      `a character that cannot be printed, as in ${JSON.stringify(name)}`,
      `name,sector\n${name},sfo\n`,
      [{ line: 2, column: 'name', reason: 'name-has-control-characters' }],
    ]),
    ...['"   "', '"\u00a0\u2003"', '"\n"', '"\u0301"'].map((name): Case => [
      `a name with nothing to see, as ${JSON.stringify(name)}`,
      `name,sector\n${name},sfo\n`,
      [{ line: 2, column: 'name', reason: 'name-missing' }],
    ]),
    ['an id that cannot be one', 'unit,name,sector\na b,c,sfo\n', [{ line: 2, column: 'unit', reason: 'unit-malformed' }]],
    [
      'the id that stands for all small units',
      'unit,name,sector\nsmall-units,c,sfo\n',
      [{ line: 2, column: 'unit', reason: 'unit-reserved' }],
    ],
    [
      'an id that no JSON object can have as a key',
      'unit,name,sector\n__proto__,c,sfo\n',
      [{ line: 2, column: 'unit', reason: 'unit-reserved' }],
    ],
    ['an id used twice', 'unit,name,sector\na,b,sfo\na,c,sfo\n', [{ line: 3, column: 'unit', reason: 'unit-repeated' }]],
    ['the same unit twice without ids', 'name,sector\nb,sfo\nb,sfo\n', [{ line: 3, column: 'unit', reason: 'unit-repeated' }]],
    [
      'ids that differ in capital letters alone',
      'unit,name,sector\nlia,b,sfo\nLIA,c,sfo\n',
      [{ line: 3, column: 'unit', reason: 'unit-repeated' }],
    ],
    [
      'a unit with its id and, further down, without',
      'unit,name,sector\na,Lia,sfo\n,LIA,sfo\n',
      [{ line: 3, column: 'unit', reason: 'unit-repeated' }],
    ],
    ['an unquoted comma', 'name,sector\nNes, sfo,sfo\n', [{ line: 2, column: 'row', reason: 'too-many-cells' }]],
    ['an open quote', 'name,sector\n"Nes,sfo\n', [{ line: 2, column: 'row', reason: 'quote-not-closed' }]],
    [
      'the line after a name with a line break',
      'name,sector\n"a\nb",sfo\nc,x\n',
      [{ line: 4, column: 'sector', reason: 'sector-unknown' }],
    ],
  ])('%s', (_what, content, faults) => {
    expect(read(content).faults).toEqual(faults)
  })
})
