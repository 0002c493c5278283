import * as z from 'zod/mini'
import { count, id } from './ids.ts'
import { unitEntry } from './session.ts'

/** The columns of a unit file, in any order and any case; `unit` may be missing or empty and is then made from the name. */
export const unitColumns = ['unit', 'name', 'sector'] as const
export type UnitColumn = (typeof unitColumns)[number]

/** A unit file over HTTP is at most this long. */
export const unitFileBytes = 2 * 1024 * 1024
export const longestUnitName = 200
/** Four digits in Norway and in Sweden. */
export const municipalityNumber = z.string().check(z.regex(/^\d{4}$/))

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
  'sector-unclear',
  'status-unclear',
  'municipalities-several',
] as const
export type UnitFaultReason = (typeof unitFaultReasons)[number]

/**
 * Where a row of the file cannot be used. `line` counts from 1, the header included; `row` stands for the line as a whole,
 * `status` for what a register says of whether a unit is open, and `municipality` for municipality numbers. Columns of registers are
 * named by what is read from them.
 */
export const unitFault = z.strictObject({
  line: count,
  column: z.enum([...unitColumns, 'status', 'municipality', 'row']),
  reason: z.enum(unitFaultReasons),
})
export type UnitFault = z.infer<typeof unitFault>

/** The public registers whose exports are read: of schools and of kindergartens in Norway, of schools in Sweden. */
export const registers = ['nsr', 'nbr', 'skolenhetsregistret'] as const
export type Register = (typeof registers)[number]

/** Why a sound row of a register is no unit here. */
export const leftOutReasons = ['closed', 'not-open-yet', 'no-kindergarten-or-school'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]
export const leftOut = z.strictObject({ line: count, unit: id, name: z.string(), reason: z.enum(leftOutReasons) })
export type LeftOut = z.infer<typeof leftOut>

const stays = (reasons: readonly ['not-in-file', ...LeftOutReason[]]) =>
  z.array(z.strictObject({ ...unitEntry.shape, reason: z.enum(reasons) }))
const municipalities = z.array(z.strictObject({ number: z.string(), rows: count }))

/**
 * What else there is to say of a register's file. `stays`: units that came from this register before and that it does not have
 * as open units any more; nobody but a person decides about them. `municipalities`: how many rows each municipality number has.
 * `elsewhere`: rows of other municipalities than the one that was asked for.
 */
export const registerReport = z.strictObject({
  register: z.enum(registers),
  leftOut: z.array(leftOut),
  stays: stays(['not-in-file', ...leftOutReasons]),
  municipalities,
  elsewhere: count,
})
export type RegisterReport = z.infer<typeof registerReport>

/**
 * The same of an own list. `stays`: units of the sectors in the list that it does not have; those with a register's number only if
 * the list has such too, and none while rows are faulty, for a unit may be in one of them.
 */
export const listReport = z.strictObject({ stays: stays(['not-in-file']), municipalities, elsewhere: count })
export type ListReport = z.infer<typeof listReport>

/**
 * What an import did: nothing is imported if a row is faulty, unless faulty rows are to be skipped, or if the file has several
 * municipality numbers and none was asked for. `list` only where there is something to say.
 */
export const unitsImported = z.strictObject({
  imported: count,
  units: z.array(unitEntry),
  faults: z.array(unitFault),
  register: z.optional(registerReport),
  list: z.optional(listReport),
})
export type UnitsImported = z.infer<typeof unitsImported>
export type UnitEntry = z.infer<typeof unitEntry>
