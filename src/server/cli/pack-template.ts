import { type Dimension, type Module, type Sector, areas, isModule, modules, sectors } from '../../domain/instrument/instrument.ts'
import type { OwnPackDocument } from '../../domain/instrument/own-pack.ts'
import { type Command, done, refused } from './command.ts'
import { templateWords } from './template-words.ts'

const places: readonly (Sector | Module)[] = [...sectors, ...modules]
const perDimension = [1, 2] as const

/** As small as a pack can be: two items for each dimension, in two languages. */
function templateFor(place: Sector | Module): OwnPackDocument {
  const id = `our-${place}`
  const dimensions: readonly Dimension[] = isModule(place) ? [place] : areas
  const idOf = (dimension: Dimension, number: number) => `${id}.${dimension}.question-${number}`
  const words = Object.entries(templateWords).map(([language, { item, terms }]) => {
    const items = dimensions.flatMap((dimension) => perDimension.map((number) => [idOf(dimension, number), item(dimension, number)]))
    return [language, { items: Object.fromEntries(items) as Record<string, ReturnType<typeof item>>, terms }] as const
  })
  return {
    peil: 'pack',
    v: 1,
    pack: {
      id,
      for: place,
      version: '2026.1',
      parts: dimensions.map((dimension) => ({
        dimension,
        items: perDimension.map((number) => ({ id: idOf(dimension, number), version: 1 })),
      })),
    },
    words: Object.fromEntries(words),
  }
}

export const packTemplate: Command = {
  usage: '[--for SECTOR|MODULE]',
  words: 0,
  options: ['for'],
  run({ options }) {
    const place = places.find((each) => each === (options['for'] ?? 'skole'))
    return Promise.resolve(place === undefined ? refused({ kind: 'place-unknown', known: places.join(' ') }) : done(templateFor(place)))
  },
}
