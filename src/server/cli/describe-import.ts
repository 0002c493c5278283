import type { RegisterReport, UnitFaultReason, UnitsImported } from '../../protocol/units-csv.ts'

const faultTexts: Readonly<Record<UnitFaultReason, string>> = {
  'column-missing': 'the file has no such column',
  'column-repeated': 'the file has this column more than once',
  'too-many-cells': 'there are more cells than headings; a separator may lack its quotes',
  'quote-not-closed': 'a quote is opened and not closed',
  'name-missing': 'the name is missing',
  'name-too-long': 'the name is too long',
  'name-has-control-characters': 'the name has characters that cannot be printed',
  'sector-unknown': 'there is no such sector',
  'unit-malformed': 'this is no id, organisation number or code of a school unit',
  'unit-reserved': 'this id has a meaning of its own',
  'unit-repeated': 'an earlier line has the same unit, or its id is another one’s but for capital letters',
  'sector-unclear': 'what the unit is cannot be told',
  'status-unclear': 'whether the unit is open cannot be told',
  'municipalities-several': 'there are several municipality numbers',
}
const staysTexts = {
  'not-in-file': 'not in the file',
  closed: 'closed',
  'not-open-yet': 'not open yet',
  'no-kindergarten-or-school': 'no kindergarten or school any more',
} as const
/** So that what matters is not lost among what does not. */
const most = 20

function listed(lines: readonly string[]): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… and ${lines.length - most} more, in the list above`]
}

function passedOver(rows: number): readonly string[] {
  return rows === 0 ? [] : [`${rows} rows of other municipalities were passed over.`]
}

function describeRegister({ leftOut, stays, elsewhere }: RegisterReport): readonly string[] {
  return [
    ...passedOver(elsewhere),
    ...(leftOut.length === 0 ? [] : [`${leftOut.length} rows were left out: closed, not open yet, or no kindergarten or school.`]),
    ...listed(stays.map(({ unit, name, reason }) => `${name} (${unit}) stays, although the register has it as: ${staysTexts[reason]}.`)),
  ]
}

/** For the person at the terminal: every fault with its line, and what no import does by itself. */
export function describeImport({ faults, register, list }: UnitsImported): readonly string[] {
  const stays = list?.stays.map(({ unit, name }) => `${name} (${unit}) stays, although it is not in the file.`) ?? []
  return [
    ...listed(faults.map(({ line, column, reason }) => `Line ${line}, ${column}: ${faultTexts[reason]}.`)),
    ...(register === undefined ? [] : describeRegister(register)),
    ...passedOver(list?.elsewhere ?? 0),
    ...listed(stays),
  ]
}
