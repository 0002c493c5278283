import type { Stop } from '../../domain/assessment/stops.ts'

export const root = '/kartlegging'
export const end = `${root}/slutt`
export const moreParts = `${root}/deler`

export function storyPath(vignetteId: string): string {
  return `${root}/fortelling/${vignetteId}`
}

export function pathOf(stop: Stop | undefined): string {
  switch (stop?.kind) {
    case 'prediction':
      return `${root}/forventning`
    case 'item':
      return `${root}/punkt/${stop.itemId}`
    case 'confidence':
      return `${root}/omraade/${stop.dimension}`
    case undefined:
      return end
  }
}
