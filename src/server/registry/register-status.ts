import type { CellOf } from './cells.ts'
import { plain } from './headings.ts'
import { truthOf } from './register-sectors.ts'

export type RegisterStatus = 'open' | 'closed' | 'not-open-yet'

const activeFlags = ['eraktiv', 'aktiv', 'active']
const closedFlags = ['erinaktivibasil', 'erekskludert', 'ernedlagt', 'nedlagt']
const words = ['status', 'skolenhetsstatus', 'skolenhetensstatus', 'enhetsstatus', 'driftsstatus']
const endDates = ['nedlagtdato', 'datonedlagt', 'nedleggelsesdato', 'utgattdato', 'slutdatum', 'upphordatum', 'upphordedatum', 'enddate']

const meanings: Readonly<Record<string, RegisterStatus>> = {
  ...Object.fromEntries(['aktiv', 'active', 'iaktivitet', 'idrift', 'drift', 'apen', 'open'].map((word) => [word, 'open'])),
  ...Object.fromEntries(
    [
      'nedlagt',
      'inaktiv',
      'ikkeaktiv',
      'avviklet',
      'slettet',
      'utgatt',
      'stengt',
      'upphort',
      'vilande',
      'inactive',
      'ceased',
      'dormant',
      'closed',
    ].map((word) => [word, 'closed']),
  ),
  ...Object.fromEntries(['planlagt', 'planerad', 'planned'].map((word) => [word, 'not-open-yet'])),
}

/** `2026-06-30`, `2026-06-30T00:00:00` or `30.06.2026` as the first ten characters of ISO 8601. */
function dayOf(text: string): string | undefined {
  const nordic = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text)
  if (nordic !== null) return `${nordic[3] ?? ''}-${(nordic[2] ?? '').padStart(2, '0')}-${(nordic[1] ?? '').padStart(2, '0')}`
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
}

/** Whether a register has the unit as open. Where it does not say, it is; `undefined` where it cannot be understood. */
export function statusOf(cell: CellOf, today: string): RegisterStatus | undefined {
  const [active, word, end] = [cell(activeFlags), cell(words), cell(endDates) ?? '']
  const closing = closedFlags.map((flag) => truthOf(cell([flag]) ?? ''))
  const said = word === undefined ? 'open' : Object.hasOwn(meanings, plain(word)) ? meanings[plain(word)] : undefined
  const isActive = active === undefined ? true : active === '' ? undefined : truthOf(active)
  const ends = end === '' ? '9999' : dayOf(end)
  if (said === undefined || isActive === undefined || ends === undefined || closing.includes(undefined)) return undefined
  return !isActive || closing.includes(true) || ends <= today ? 'closed' : said
}
