import { type UnitFaultReason, longestUnitName } from '../../protocol/units-csv.ts'

export function nameFault(name: string): UnitFaultReason | undefined {
  if (name === '') return 'name-missing'
  if (name.length > longestUnitName) return 'name-too-long'
  return /\p{Control}/u.test(name) ? 'name-has-control-characters' : undefined
}
