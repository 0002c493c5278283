import * as z from 'zod/mini'
import { count } from './ids.ts'
import { unitEntry } from './session.ts'

/** The columns of a unit file, in any order and any case; `unit` may be missing or empty and is then made from the name. */
export const unitColumns = ['unit', 'name', 'sector'] as const
export type UnitColumn = (typeof unitColumns)[number]

/** A unit file over HTTP is at most this long. */
export const unitFileBytes = 2 * 1024 * 1024
export const longestUnitName = 200

export const unitFaultReasons = [
  'column-missing',
  'column-repeated',
  'too-many-cells',
  'quote-not-closed',
  'name-missing',
  'name-too-long',
  'name-has-control-characters',
  'sector-unknown',
  'unit-malformed',
  'unit-reserved',
  'unit-repeated',
] as const
export type UnitFaultReason = (typeof unitFaultReasons)[number]

/** Where a row of the file cannot be used. `line` counts from 1, the header included; `row` stands for the line as a whole. */
export const unitFault = z.strictObject({
  line: count,
  column: z.enum([...unitColumns, 'row']),
  reason: z.enum(unitFaultReasons),
})
export type UnitFault = z.infer<typeof unitFault>

/** What an import did: nothing is imported if a row is faulty, unless faulty rows are to be skipped. */
export const unitsImported = z.strictObject({ imported: count, units: z.array(unitEntry), faults: z.array(unitFault) })
export type UnitsImported = z.infer<typeof unitsImported>
export type UnitEntry = z.infer<typeof unitEntry>
