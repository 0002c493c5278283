import type { UnitSector } from '../../protocol/ids.ts'
import type { UnitEntry, UnitFault } from '../../protocol/units-csv.ts'
import { unitIdFor } from './unit-id.ts'
import { nameKey } from './unit-name.ts'

/** The units of a file, as they are read line by line. */
export type Gathering = {
  /** The id that a unit without one has: the one it had before, in the store or further up, or else a free one. */
  readonly idFor: (name: string, sector: UnitSector) => string
  readonly add: (line: number, entry: UnitEntry) => readonly UnitFault[]
  readonly units: () => readonly UnitEntry[]
}

/**
 * Each unit once. Ids that differ in capital letters alone are one to people, and a file that has both is at fault, as is one that
 * writes a stored id in another way; stored ids that are like that keep being two.
 */
export function gatherUnits(stored: readonly UnitEntry[]): Gathering {
  const storedIds = new Set(stored.map(({ unit }) => unit))
  const storedInAnyCase = new Set(stored.map(({ unit }) => unit.toLowerCase()))
  const idByName = new Map(stored.map(({ unit, name, sector }) => [nameKey(name, sector), unit]))
  const gathered = new Map<string, UnitEntry>()
  const keyOf = (unit: string) => (storedIds.has(unit) ? unit : unit.toLowerCase())
  const isTaken = (unit: string) => storedInAnyCase.has(unit.toLowerCase()) || gathered.has(keyOf(unit))
  return {
    idFor: (name, sector) => idByName.get(nameKey(name, sector)) ?? unitIdFor(name, sector, isTaken),
    add(line, entry) {
      const { unit, name, sector } = entry
      const isStoredOtherwise = !storedIds.has(unit) && storedInAnyCase.has(unit.toLowerCase())
      if (isStoredOtherwise || gathered.has(keyOf(unit))) return [{ line, column: 'unit', reason: 'unit-repeated' }]
      gathered.set(keyOf(unit), entry)
      if (!idByName.has(nameKey(name, sector))) idByName.set(nameKey(name, sector), unit)
      return []
    },
    units: () => [...gathered.values()],
  }
}
