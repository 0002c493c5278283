import { type Module, type Sector, type Tier, isModule, modulesFor, sectors, tiers } from '../instrument/instrument.ts'
import type { ItemWords, OwnWording, PackWords, Wording } from './words.ts'

/** Whom an item is worded for. */
export type Reader = { readonly tier: Tier; readonly sector: Sector }

/** A sentence and where it stands in the file, as in `items/barnehage.1.creating/anchors/0`. */
export type Piece = { readonly way: string; readonly text: string }

/** An item as somebody reads it. */
export type ReadItem = { readonly stem: Piece; readonly anchors: readonly Piece[]; readonly example: Piece }

type Layer = { readonly way: string; readonly words: OwnWording }

function isSector(pack: string): pack is Sector {
  return (sectors as readonly string[]).includes(pack)
}

function meets(tier: Tier, pack: string): boolean {
  return !isModule(pack) || modulesFor(tier).includes(pack satisfies Module)
}

/** Everybody who can be asked a pack: its sector's people, and for a module those of all sectors whom it can be asked of. */
export function readersOf(pack: string): readonly Reader[] {
  const among = isSector(pack) ? [pack] : sectors
  return among.flatMap((sector) => tiers.filter((tier) => meets(tier, pack)).map((tier) => ({ tier, sector })))
}

function layersFor(way: string, item: ItemWords, { tier, sector }: Reader): readonly Layer[] {
  const ownTier = tier === 'owner' && item.tiers?.owner === undefined ? 'leader' : tier
  return [
    { way, words: item },
    { way: `${way}/sectors/${sector}`, words: item.sectors?.[sector] ?? {} },
    { way: `${way}/tiers/${ownTier}`, words: item.tiers?.[ownTier] ?? {} },
  ]
}

function wayOf(field: keyof Wording, layers: readonly Layer[]): string {
  return `${layers.findLast(({ words }) => words[field] !== undefined)?.way ?? ''}/${field}`
}

/** Own wording for the tier comes before that for the sector. An owner reads what a leader reads, if there is nothing else. */
export function readItem(id: string, item: ItemWords, reader: Reader): ReadItem {
  const layers = layersFor(`items/${id}`, item, reader)
  const words: Wording = Object.assign({}, ...layers.map((layer) => layer.words)) as Wording
  const anchors = wayOf('anchors', layers)
  return {
    stem: { way: wayOf('stem', layers), text: words.stem },
    anchors: words.anchors.map((text, step) => ({ way: `${anchors}/${step}`, text })),
    example: { way: wayOf('example', layers), text: words.example },
  }
}

/** Nobody in particular: the wording for everyone. */
function baseItem(id: string, { stem, anchors, example }: ItemWords): ReadItem {
  const way = `items/${id}`
  return {
    stem: { way: `${way}/stem`, text: stem },
    anchors: anchors.map((text, step) => ({ way: `${way}/anchors/${step}`, text })),
    example: { way: `${way}/example`, text: example },
  }
}

export function piecesOf({ stem, anchors, example }: ReadItem): readonly Piece[] {
  return [stem, ...anchors, example]
}

/** Every different wording of every item: the one for everyone first, then as any of these readers meets it. */
export function wordingsOf({ items }: Pick<PackWords, 'items'>, readers: readonly Reader[]): readonly ReadItem[] {
  return Object.entries(items).flatMap(([id, item]) => {
    const read = [baseItem(id, item), ...readers.map((reader) => readItem(id, item, reader))]
    const nameOf = (wording: ReadItem) =>
      piecesOf(wording)
        .map(({ way }) => way)
        .join(' ')
    return [...new Map(read.map((wording) => [nameOf(wording), wording])).values()]
  })
}

/** Each sentence of the items once, as these readers meet it. */
export function piecesFor({ items }: Pick<PackWords, 'items'>, readers: readonly Reader[]): readonly Piece[] {
  const read = Object.entries(items).flatMap(([id, item]) => readers.flatMap((reader) => piecesOf(readItem(id, item, reader))))
  return [...new Map(read.map((piece) => [piece.way, piece])).values()]
}
