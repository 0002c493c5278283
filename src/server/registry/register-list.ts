import type { LeftOut, Register, RegisterReport, UnitEntry, UnitFault } from '../../protocol/units-csv.ts'
import { cellsUnder, isTooWide } from './cells.ts'
import { gatherUnits } from './gather-units.ts'
import { askedForAll, countMunicipalities } from './municipality-number.ts'
import { type RegisterReading, readRegisterRow } from './register-file.ts'
import type { Row } from './table.ts'

export type RegisterList = {
  readonly units: readonly UnitEntry[]
  readonly faults: readonly UnitFault[]
  readonly register: Omit<RegisterReport, 'stays'>
}

/** Reads the rows of a register's export, and which of them are no units here. */
export function readRegister(
  header: Row,
  body: readonly Row[],
  register: Register,
  stored: readonly UnitEntry[],
  reading: RegisterReading,
): RegisterList {
  const [gathering, numbers] = [gatherUnits(stored), countMunicipalities()]
  const faults: UnitFault[] = []
  const leftOut: LeftOut[] = []
  let elsewhere = 0
  const cells = cellsUnder(header.cells)
  for (const row of body) {
    if (isTooWide(row, header)) {
      faults.push({ line: row.line, column: 'row', reason: 'too-many-cells' })
      continue
    }
    const read = readRegisterRow(row, cells(row), register, reading)
    numbers.count(read.municipality)
    if (read.kind === 'elsewhere') elsewhere += 1
    if (read.kind === 'left-out') leftOut.push(read.leftOut)
    if (read.kind === 'faulty') faults.push(...read.faults)
    if (read.kind === 'units') faults.push(...read.units.flatMap((entry) => gathering.add(row.line, entry)))
  }
  const municipalities = [...numbers.all()]
  const unclear = askedForAll(header, municipalities, reading.only)
  if (unclear.length > 0) return { units: [], faults: unclear, register: { register, leftOut: [], municipalities, elsewhere } }
  return { units: gathering.units(), faults, register: { register, leftOut, municipalities, elsewhere } }
}
