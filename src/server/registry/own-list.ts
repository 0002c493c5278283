import { smallUnits } from '../../domain/anonymity/blocks.ts'
import { type UnitSector, id, unitSector } from '../../protocol/ids.ts'
import type { ListReport, UnitColumn, UnitEntry, UnitFault, UnitFaultReason } from '../../protocol/units-csv.ts'
import { type CellOf, cellsUnder, isTooWide } from './cells.ts'
import { type Gathering, gatherUnits } from './gather-units.ts'
import { headingsFor, plain } from './headings.ts'
import { askedForAll, countMunicipalities, municipalityOf } from './municipality-number.ts'
import type { Row } from './table.ts'
import { nameFault, nameFrom } from './unit-name.ts'

/** Published documents use the first for the units under k together; the second is lost where units are keys of a JSON object. */
const reserved = [smallUnits, '__proto__']

/** What the sectors are called where people live, beside their own names. */
const sectorNames: Readonly<Record<string, UnitSector>> = {
  kindergarten: 'barnehage',
  forskola: 'barnehage',
  grunnskole: 'skole',
  grundskola: 'skole',
  skola: 'skole',
  school: 'skole',
  fritidshem: 'sfo',
  fritids: 'sfo',
  skolefritidsordning: 'sfo',
  aks: 'sfo',
}

function sectorOf(text: string): UnitSector | undefined {
  const named = unitSector.safeParse(text.toLowerCase())
  if (named.success) return named.data
  return Object.hasOwn(sectorNames, plain(text)) ? sectorNames[plain(text)] : undefined
}

type Read = { readonly unit?: UnitEntry; readonly faults: readonly UnitFault[] }

function unitOf({ line }: Row, cellOf: CellOf, idFor: Gathering['idFor']): Read {
  const cell = (column: UnitColumn) => cellOf(headingsFor('own', column)) ?? ''
  const fault = (column: UnitFault['column'], reason: UnitFaultReason): UnitFault => ({ line, column, reason })
  const name = nameFrom(cell('name'))
  const sector = sectorOf(cell('sector'))
  const wrongName = nameFault(name)
  const unit = cell('unit') || (sector === undefined ? 'none' : idFor(name, sector))
  const faults = [
    ...(id.safeParse(unit).success ? [] : [fault('unit', 'unit-malformed')]),
    ...(reserved.includes(unit) ? [fault('unit', 'unit-reserved')] : []),
    ...(wrongName === undefined ? [] : [fault('name', wrongName)]),
    ...(sector === undefined ? [fault('sector', 'sector-unknown')] : []),
  ]
  return sector !== undefined && faults.length === 0 ? { unit: { unit, name, sector }, faults } : { faults }
}

function brokenRow(row: Row, header: Row): UnitFault | undefined {
  if (row.quoteOpen) return { line: row.line, column: 'row', reason: 'quote-not-closed' }
  return isTooWide(row, header) ? { line: row.line, column: 'row', reason: 'too-many-cells' } : undefined
}

export type OwnList = {
  readonly units: readonly UnitEntry[]
  readonly faults: readonly UnitFault[]
  readonly list: Omit<ListReport, 'stays'>
}

/** Reads the rows of a list that somebody made: units with the ids it gives them, or else with the ones they have. */
export function readOwnList(header: Row, body: readonly Row[], stored: readonly UnitEntry[], only: string | undefined): OwnList {
  const [gathering, numbers] = [gatherUnits(stored), countMunicipalities()]
  const faults: UnitFault[] = []
  let elsewhere = 0
  const cells = cellsUnder(header.cells)
  for (const row of body) {
    const broken = brokenRow(row, header)
    if (broken !== undefined) {
      faults.push(broken)
      continue
    }
    const municipality = municipalityOf(cells(row))
    numbers.count(municipality)
    if (only !== undefined && municipality !== only) {
      elsewhere += 1
      continue
    }
    const read = unitOf(row, cells(row), gathering.idFor)
    faults.push(...read.faults, ...(read.unit === undefined ? [] : gathering.add(row.line, read.unit)))
  }
  const municipalities = [...numbers.all()]
  const unclear = askedForAll(header, municipalities, only)
  if (unclear.length > 0) return { units: [], faults: unclear, list: { municipalities, elsewhere } }
  return { units: gathering.units(), faults, list: { municipalities, elsewhere } }
}
