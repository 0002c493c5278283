import { createHash } from 'node:crypto'
import type { UnitSector } from '../../protocol/ids.ts'

/** Letters that do not come apart into a Latin letter and an accent. */
const spelledOut: Readonly<Record<string, string>> = {
  å: 'aa',
  æ: 'ae',
  ø: 'oe',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ŋ: 'ng',
  ŧ: 't',
  ł: 'l',
}
const longest = 48

function slugOf(name: string): string {
  const letters = Array.from(name.toLowerCase().normalize('NFC'), (letter) => spelledOut[letter] ?? letter).join('')
  return letters
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function hashOf(name: string, sector: UnitSector, attempt: number): string {
  const said = [name.toLowerCase().normalize('NFC'), sector, ...(attempt === 0 ? [] : [attempt])]
  return createHash('sha256').update(said.join('\n')).digest('hex').slice(0, 12)
}

/**
 * An id for a unit whose file gives none: the same for the same name and sector, unless another unit has that one already, as
 * `Åsen` has what `Aasen` would get. The sector is part of it because a school and its SFO often share a name.
 */
export function unitIdFor(name: string, sector: UnitSector, isTaken: (unit: string) => boolean): string {
  const slug = slugOf(name)
  const readable = slug.split('-').includes(sector) ? slug : `${slug}-${sector}`
  if (slug !== '' && readable.length <= 64 && !isTaken(readable)) return readable
  for (let attempt = 0; ; attempt += 1) {
    const distinct = `${slug.slice(0, longest - sector.length)}-${hashOf(name, sector, attempt)}-${sector}`.replace(/^-/, '')
    if (!isTaken(distinct)) return distinct
  }
}
