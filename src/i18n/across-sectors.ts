import type { Content } from './content.ts'

/** Sectors word the same area differently: where they do, what is said of it across sectors carries every short name. */
export function nameAcross(content: Content, sectors: readonly string[], dimension: string): string {
  const names = [...new Set(sectors.map((sector) => content.dimension(sector, dimension).name))]
  return names.length === 1 && names[0] !== undefined ? names[0] : shortAcross(content, sectors, dimension)
}

export function shortAcross(content: Content, sectors: readonly string[], dimension: string): string {
  return [...new Set(sectors.map((sector) => content.dimension(sector, dimension).short))].join('\u00a0/ ')
}
