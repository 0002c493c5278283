import { sentencesIn } from '../../domain/content/sentences.ts'
import type { CardFile, PackWords } from '../../domain/content/words.ts'
import { type Pack, type Sector, isModule, sectors } from '../../domain/instrument/instrument.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import { cardFile, dimensionFile, packWords, stepFile } from '../../protocol/pack.ts'
import type { ReviewWords } from '../../protocol/review.ts'
import { figuresOf, headOf } from './head.ts'
import { type ItemContext, itemSheet } from './item-sheet.ts'
import { escapeHtml, original } from './markup.ts'
import { type Section, page } from './page.ts'
import { cardSheets, checkSheets, vignetteSheets } from './story-sheet.ts'
import { writeTable } from './table.ts'
import { labelsIn, packs, readJson, reference } from './texts.ts'

/** A sheet for people and a table for their corrections, about one text in one language. */
export type Sheet = { readonly html: string; readonly table: string }

type Place = { readonly locales: string; readonly name: string; readonly language: string }
type Names = (dimension: string) => string

function nbOf({ locales, language }: Place, name: string): unknown {
  return language === reference ? undefined : readJson(locales, reference, name)
}

function groupOf(pack: Pack): Sector | 'modules' {
  return isModule(pack.id) ? 'modules' : pack.id
}

function namesIn({ locales, language }: Place, group: Sector | 'modules'): Names {
  const file = dimensionFile.safeParse(readJson(locales, language, 'dimensions')).data
  const names = file?.[group] as Readonly<Record<string, { readonly name: string }>> | undefined
  return (dimension) => names?.[dimension]?.name ?? dimension
}

function cardSection(place: Place, pack: Pack, labels: ReviewWords, names: Names): Section {
  const cards = cardFile.safeParse(readJson(place.locales, place.language, 'cards')).data
  const dimensions = pack.parts.map(({ dimension }) => ({ id: dimension, name: names(dimension) }))
  const nb = cardFile.safeParse(nbOf(place, 'cards')).data
  return { title: labels.cards, articles: cards === undefined ? [] : cardSheets(groupOf(pack), dimensions, cards, nb) }
}

function packPage(place: Place, pack: Pack, words: PackWords): string {
  const labels = labelsIn(place.locales, place.language)
  const names = namesIn(place, groupOf(pack))
  const steps = stepFile.safeParse(readJson(place.locales, place.language, 'steps')).data?.names ?? []
  const context: ItemContext = { words, nb: packWords.safeParse(nbOf(place, pack.id)).data, steps, labels }
  const title = isModule(pack.id) ? names(pack.id) : labels.cores[pack.id]
  const figures = figuresOf(pack, words, labels, place.language)
  return page({
    language: place.language,
    title: `Peil: ${title} (${place.language})`,
    head: headOf(`${title}, ${pack.version}`, `${pack.id}.${place.language}.csv`, labels, figures, place.language),
    sections: [
      ...pack.parts.map(({ dimension, items }) => ({
        title: isModule(dimension) ? names(dimension) : `${dimension} ${names(dimension)}`,
        articles: items.map((item) => itemSheet(item, context)),
      })),
      { title: labels.vignettes, articles: vignetteSheets(pack, context) },
      { title: labels.check, articles: checkSheets(pack, context) },
      cardSection(place, pack, labels, names),
    ],
  })
}

function cardsPage(place: Place, cards: CardFile): string {
  const labels = labelsIn(place.locales, place.language)
  const nb = cardFile.safeParse(nbOf(place, 'cards')).data
  const sections = ([...sectors, 'modules'] as const).map((group) => {
    const names = namesIn(place, group)
    const dimensions = Object.keys(cards[group]).map((id) => ({ id, name: names(id) }))
    return { title: group === 'modules' ? labels.modules : labels.cores[group], articles: cardSheets(group, dimensions, cards, nb) }
  })
  const head = headOf(labels.cards, `cards.${place.language}.csv`, labels, '', place.language)
  return page({ language: place.language, title: `Peil: ${labels.cards} (${place.language})`, head, sections })
}

/** What is neither an item nor a card: each sentence with its place in the file and room beside it. */
function listPage(place: Place, words: unknown, title: string): string {
  const labels = labelsIn(place.locales, place.language)
  const nb = place.language === reference ? undefined : sentencesIn(nbOf(place, place.name) ?? {})
  const rows = [...sentencesIn(words)].map(
    ([key, text]) => `<tr><td class="key">${escapeHtml(key)}</td><td>${escapeHtml(text)}${original(nb?.get(key))}</td><td></td></tr>`,
  )
  const heads = [labels.place, labels.text, labels.remarks].map((label) => `<th scope="col">${escapeHtml(label)}</th>`)
  const table = `<table class="list"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  const head = headOf(title, `${place.name}.${place.language}.csv`, labels, '', place.language)
  return page({ language: place.language, title: `Peil: ${title} (${place.language})`, head: `${head}${table}`, sections: [] })
}

function pageFor(place: Place, words: unknown): string | undefined {
  if (place.name === 'cards') {
    const cards = cardFile.safeParse(words)
    return cards.success ? cardsPage(place, cards.data) : undefined
  }
  const pack = packs[place.name]
  if (pack === undefined) return listPage(place, words, labelsIn(place.locales, place.language).dimensions)
  const own = packWords.safeParse(words)
  return own.success ? packPage(place, pack, own.data) : undefined
}

/** The sheet of one text and its table. Nothing where the language does not have the text yet; refused where it is not whole. */
export function makeSheet(place: Place): Result<Sheet | undefined, { readonly kind: 'text-not-whole' }> {
  const words = readJson(place.locales, place.language, place.name)
  if (words === undefined) return ok(undefined)
  const html = pageFor(place, words)
  if (html === undefined) return fail({ kind: 'text-not-whole' })
  const original = place.language === reference ? undefined : sentencesIn(nbOf(place, place.name) ?? {})
  return ok({ html, table: writeTable(place.name, place.language, sentencesIn(words), original) })
}
