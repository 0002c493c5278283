import type { Sector } from '../../domain/instrument/instrument.ts'
import type { LeftOut, Register, UnitEntry, UnitFault } from '../../protocol/units-csv.ts'
import type { CellOf } from './cells.ts'
import { headingsFor } from './headings.ts'
import { municipalityOf } from './municipality-number.ts'
import { sectorsOf } from './register-sectors.ts'
import { statusOf } from './register-status.ts'
import type { Row } from './table.ts'
import { nameFault, nameFrom } from './unit-name.ts'

/** What is known beside the file. `only`: a municipality number; rows of others are passed over. */
export type RegisterReading = {
  readonly storedSector: (unit: string) => string | undefined
  /** The first ten characters of ISO 8601. */
  readonly today: string
  readonly only?: string | undefined
}

export type RegisterRow =
  | { readonly kind: 'elsewhere'; readonly municipality: string }
  | { readonly kind: 'faulty'; readonly municipality: string; readonly faults: readonly UnitFault[] }
  | { readonly kind: 'left-out'; readonly municipality: string; readonly leftOut: LeftOut }
  | { readonly kind: 'units'; readonly municipality: string; readonly units: readonly UnitEntry[] }

/** Organisation numbers have nine digits, codes of school units eight. */
const numberForms: Readonly<Record<Register, RegExp>> = { nsr: /^\d{9}$/, nbr: /^\d{9}$/, skolenhetsregistret: /^\d{8}$/ }

/**
 * The number of the register is the unit's id, for ever. Where one number stands for two units, as a school and its leisure-time
 * centre in Sweden, the second has its sector behind it; and a unit keeps the id that it has, whatever the other one becomes.
 */
function unitsUnder(number: string, name: string, sectors: readonly Sector[], storedSector: RegisterReading['storedSector']): UnitEntry[] {
  const taken = new Set<string>()
  return sectors.map((sector) => {
    const long = `${number}-${sector}`
    const other = storedSector(number)
    const isFree = !taken.has(number) && (other === undefined || other === sector)
    const unit = isFree ? number : long
    taken.add(unit)
    return { unit, name, sector }
  })
}

export function readRegisterRow(row: Row, cell: CellOf, register: Register, reading: RegisterReading): RegisterRow {
  const municipality = municipalityOf(cell)
  if (reading.only !== undefined && municipality !== reading.only) return { kind: 'elsewhere', municipality }
  const fault = (column: UnitFault['column'], reason: UnitFault['reason']): UnitFault => ({ line: row.line, column, reason })
  if (row.quoteOpen) return { kind: 'faulty', municipality, faults: [fault('row', 'quote-not-closed')] }

  const number = (cell(headingsFor(register, 'unit')) ?? '').replace(/[\s\u00a0]/g, '')
  const name = nameFrom(cell(headingsFor(register, 'name')) ?? '')
  const [sectors, status, wrongName] = [sectorsOf(cell, register), statusOf(cell, reading.today), nameFault(name)]
  const faults = [
    ...(numberForms[register].test(number) ? [] : [fault('unit', 'unit-malformed')]),
    ...(wrongName === undefined ? [] : [fault('name', wrongName)]),
    ...(sectors === undefined ? [fault('sector', 'sector-unclear')] : []),
    ...(status === undefined ? [fault('status', 'status-unclear')] : []),
  ]
  if (faults.length > 0 || sectors === undefined || status === undefined) return { kind: 'faulty', municipality, faults }
  const reason = status === 'open' ? 'no-kindergarten-or-school' : status
  if (status !== 'open' || sectors.length === 0) {
    return { kind: 'left-out', municipality, leftOut: { line: row.line, unit: number, name, reason } }
  }
  return { kind: 'units', municipality, units: unitsUnder(number, name, sectors, reading.storedSector) }
}
