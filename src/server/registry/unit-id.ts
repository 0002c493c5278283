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

/**
 * An id for a unit whose file gives none: the same for the same name and sector, whatever else the file holds.
 * The sector is part of it because a school and its SFO often share a name.
 */
export function unitIdFor(name: string, sector: UnitSector): string {
  const slug = slugOf(name)
  const readable = slug.split('-').includes(sector) ? slug : `${slug}-${sector}`
  if (slug !== '' && readable.length <= 64) return readable
  const hash = createHash('sha256')
    .update(`${name.toLowerCase().normalize('NFC')}\n${sector}`)
    .digest('hex')
    .slice(0, 12)
  return `${slug.slice(0, longest - sector.length)}-${hash}-${sector}`.replace(/^-/, '')
}
