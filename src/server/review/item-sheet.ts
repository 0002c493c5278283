import { parseTerms } from '../../domain/content/terms.ts'
import type { ItemWords, OwnWording, PackWords, Wording } from '../../domain/content/words.ts'
import { type Item, sectors, steps, tiers } from '../../domain/instrument/instrument.ts'
import type { ReviewWords } from '../../protocol/review.ts'
import { escapeHtml, original, remarks, sentence, sentenceBeside } from './markup.ts'

/** What an item is printed with. `nb`: the reference language, where another is read. */
export type ItemContext = {
  readonly words: PackWords
  readonly nb: PackWords | undefined
  readonly steps: readonly string[]
  readonly labels: ReviewWords
}

/** So many wordings, each with the original beside it or not, fit on a page in large letters. */
const mostBlocks = 3

type Cell = (text: string, from: string | undefined) => string
type Block = { readonly who: string; readonly own: OwnWording; readonly nb: OwnWording | undefined; readonly base: Wording | undefined }

const cell: Cell = (text, from) => (from === undefined ? sentence(text) : sentenceBeside(text, from))

function spanning(content: string, name = ''): string {
  return `<td colspan="${steps.length}"${name}>${content}</td>`
}

function rowsOf({ own, nb, base }: Block, labels: ReviewWords): readonly string[] {
  const { stem, anchors, example } = own
  const rest = stem === undefined || anchors === undefined || example === undefined
  return [
    // The situation for everyone stands above the table already.
    ...(stem === undefined || base === undefined ? [] : [spanning(cell(stem, base.stem) + original(nb?.stem), ' class="stem"')]),
    ...(anchors === undefined
      ? []
      : [anchors.map((anchor, step) => `<td>${cell(anchor, base?.anchors[step])}${original(nb?.anchors?.[step])}</td>`).join('')]),
    ...(example === undefined
      ? []
      : [spanning(`<span class="label">${escapeHtml(labels.example)}</span>${cell(example, base?.example)}${original(nb?.example)}`)]),
    ...(rest ? [spanning(`<span class="note">${escapeHtml(labels.otherwise)}</span>`)] : []),
  ]
}

function blockOf(block: Block, labels: ReviewWords): string {
  const rows = rowsOf(block, labels)
  const who = `<th class="who" scope="rowgroup" rowspan="${rows.length}">${escapeHtml(block.who)}</th>`
  return `<tbody>${rows.map((row, at) => `<tr>${at === 0 ? who : ''}${row}</tr>`).join('')}</tbody>`
}

function blocksOf(item: ItemWords, nb: ItemWords | undefined, labels: ReviewWords): readonly Block[] {
  return [
    { who: labels.everyone, own: item, nb, base: undefined },
    ...sectors.flatMap((sector) => {
      const own = item.sectors?.[sector]
      return own === undefined ? [] : [{ who: labels.sectors[sector], own, nb: nb?.sectors?.[sector], base: item }]
    }),
    ...tiers.flatMap((tier) => {
      const own = item.tiers?.[tier]
      return own === undefined ? [] : [{ who: labels.tiers[tier], own, nb: nb?.tiers?.[tier], base: item }]
    }),
  ]
}

function termsIn(blocks: readonly Block[]): readonly string[] {
  const texts = blocks.flatMap(({ own }) => [own.stem ?? '', ...(own.anchors ?? []), own.example ?? ''])
  const terms = texts.flatMap(parseTerms).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.term]))
  return [...new Set(terms)]
}

function termList(terms: readonly string[], { words, nb }: ItemContext): string {
  const entries = terms.flatMap((term) => {
    const explained = words.terms[term]
    if (explained === undefined) return []
    const beside = nb?.terms[term]
    const nbText = beside && `${beside.word}: ${beside.explanation}`
    return [`<div><dt>${escapeHtml(explained.word)}</dt> <dd>${escapeHtml(explained.explanation)}${original(nbText)}</dd></div>`]
  })
  return entries.length === 0 ? '' : `<dl>${entries.join('')}</dl>`
}

/** One item on paper: its five described steps beside each other, for everyone and then as single tiers and sectors read it. */
export function itemSheet({ id, version }: Item, context: ItemContext): string {
  const { words, nb, labels } = context
  const item = words.items[id]
  if (item === undefined) return ''
  const blocks = blocksOf(item, nb?.items[id], labels)
  const heads = context.steps.map((name, step) => `<th scope="col"><b>${step}</b>${escapeHtml(name)}</th>`).join('')
  const table = blocks.map((block) => blockOf(block, labels)).join('')
  const dense = blocks.length * (nb === undefined ? 1 : 2) > mostBlocks ? ' class="dense"' : ''
  return `<article${dense}>
<div class="top"><h3>${sentence(item.stem)}${original(nb?.items[id]?.stem)}</h3><span class="id">${escapeHtml(id)} · ${escapeHtml(labels.version)} ${version}</span></div>
<div class="scroll"><table><thead><tr><th class="who"></th>${heads}</tr></thead>${table}</table></div>
${table.includes('<u>') ? `<p class="note">${escapeHtml(labels.marked)}</p>` : ''}${termList(termsIn(blocks), context)}${remarks(labels.remarks)}
</article>`
}
