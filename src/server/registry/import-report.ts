import type { UnitEntry, UnitsImported } from '../../protocol/units-csv.ts'
import type { UnitsFile } from './units-file.ts'

type Report = Pick<UnitsImported, 'register' | 'list'>

const ofRegister = { nsr: /^\d{9}(-|$)/, nbr: /^\d{9}(-|$)/, skolenhetsregistret: /^\d{8}(-|$)/ } as const
const ofAnyRegister = /^\d{8,9}(-|$)/

/** Units with a number of the register, of a sector that the file is about, that it no longer has as open ones. */
function reportOfRegister({ units, register }: UnitsFile, stored: readonly UnitEntry[]): Report {
  if (register === undefined) return {}
  const [inFile, sectors] = [new Set(units.map(({ unit }) => unit)), new Set(units.map(({ sector }) => sector))]
  const reasons = new Map(register.leftOut.map(({ unit, reason }) => [unit, reason]))
  const stays = stored.flatMap((entry) => {
    const reason = reasons.get(entry.unit.replace(/-.*$/, ''))
    const isOfFile = reason !== undefined || (sectors.has(entry.sector) && ofRegister[register.register].test(entry.unit))
    return !isOfFile || inFile.has(entry.unit) ? [] : [{ ...entry, reason: reason ?? ('not-in-file' as const) }]
  })
  return { register: { ...register, stays } }
}

/** Nobody can say where a stored unit came from; so those of the list's sectors count, and register numbers if the list has some. */
function reportOfList({ units, faults, list }: UnitsFile, stored: readonly UnitEntry[]): Report {
  if (list === undefined) return {}
  const [inFile, sectors] = [new Set(units.map(({ unit }) => unit)), new Set(units.map(({ sector }) => sector))]
  const hasNumbers = units.some(({ unit }) => ofAnyRegister.test(unit))
  const gone = stored.filter(({ unit, sector }) => sectors.has(sector) && !inFile.has(unit) && (hasNumbers || !ofAnyRegister.test(unit)))
  const stays = faults.length > 0 ? [] : gone.map((entry) => ({ ...entry, reason: 'not-in-file' as const }))
  return stays.length > 0 || list.municipalities.length > 0 || list.elsewhere > 0 ? { list: { ...list, stays } } : {}
}

/** What a person has to know of a file beside its units and faults; units that it does not have stay, and are named. */
export function reportOf(file: UnitsFile, stored: readonly UnitEntry[]): Report {
  return { ...reportOfRegister(file, stored), ...reportOfList(file, stored) }
}
