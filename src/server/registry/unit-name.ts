import { type UnitFaultReason, longestUnitName } from '../../protocol/units-csv.ts'

/** As names are stored: letters composed in one way, and single spaces. */
export function nameFrom(cell: string): string {
  return cell.normalize('NFC').replace(/\s+/g, ' ')
}

/** What two rows have in common that speak of the same unit. */
export function nameKey(name: string, sector: string): string {
  return `${sector}\n${nameFrom(name).toLowerCase()}`
}

/** What steers the terminal or the direction of writing, what is not seen at all, and what stands for a letter that was lost. */
const unprintable = /[\p{Control}\p{Format}\p{Surrogate}\p{Private_Use}\ufffd]/u
const visible = /[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol}]/u

export function nameFault(name: string): UnitFaultReason | undefined {
  if (name.length > longestUnitName) return 'name-too-long'
  if (unprintable.test(name)) return 'name-has-control-characters'
  return visible.test(name) ? undefined : 'name-missing'
}
