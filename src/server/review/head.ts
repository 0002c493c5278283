import { type Length, lengthOf } from '../../domain/content/length.ts'
import { lixByTier, maximumLix } from '../../domain/content/pack-faults.ts'
import type { PackWords } from '../../domain/content/words.ts'
import { readersOf } from '../../domain/content/wordings.ts'
import type { Pack } from '../../domain/instrument/instrument.ts'
import type { ReviewWords } from '../../protocol/review.ts'
import { escapeHtml, remarks } from './markup.ts'

function filled(label: string, name: string, value: string): string {
  return label.replace(`{{${name}}}`, value)
}

function inLanguage(value: number, language: string): string {
  return value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

function figure(name: string, value: string, meaning = ''): string {
  const more = meaning === '' ? '' : `<span>${escapeHtml(meaning)}</span>`
  return `<div><dt>${escapeHtml(name)}</dt><dd><b>${escapeHtml(value)}</b>${more}</dd></div>`
}

/** How much the reader with most to read has to read. */
function longest(pack: Pack, words: PackWords): Length {
  const lengths = readersOf(pack.id).map((reader) => lengthOf([words], reader))
  return lengths.reduce((most, length) => (length.words > most.words ? length : most))
}

/** How much there is to read, and how hard it is for each tier that reads it. */
export function figuresOf(pack: Pack, words: PackWords, labels: ReviewWords, language: string): string {
  const { items, words: count, minutes } = longest(pack, words)
  const length = [
    figure(labels.items, String(items)),
    figure(labels.words, String(count), labels.wordsMeaning),
    figure(labels.minutes, inLanguage(minutes, language), labels.minutesMeaning),
  ]
  const lix = lixByTier(words, readersOf(pack.id)).map(([tier, found]) =>
    figure(labels.tiers[tier], inLanguage(found, language), filled(labels.limit, 'most', String(maximumLix[tier]))),
  )
  return `<dl class="figures">${length.join('')}</dl>
<p class="label">${escapeHtml(labels.lix)}</p><dl class="figures">${lix.join('')}</dl>`
}

/** What the sheet is about, how to read it, and who has. */
export function headOf(title: string, table: string, labels: ReviewWords, figures: string, language: string): string {
  const lines = [labels.howTo, filled(labels.inTable, 'file', table)]
  return `<header><p class="id">Peil · ${escapeHtml(labels.title)} · ${escapeHtml(language)}</p><h1>${escapeHtml(title)}</h1>
<p>${lines.map(escapeHtml).join(' ')}</p>${figures}
<div class="sign"><span>${escapeHtml(labels.reader)}</span><span>${escapeHtml(labels.role)}</span><span>${escapeHtml(labels.date)}</span></div>
<div class="general">${remarks(labels.remarks)}</div></header>`
}
