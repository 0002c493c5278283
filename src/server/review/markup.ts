import { parseTerms } from '../../domain/content/terms.ts'
import { markDifferences } from './marking.ts'

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML: what comes from a file can never become markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => named[mark] ?? mark)
}

/** A sentence with its explained words underlined with dots. */
export function sentence(text: string): string {
  return parseTerms(text)
    .map((piece) => (typeof piece === 'string' ? escapeHtml(piece) : `<span class="term">${escapeHtml(piece.text)}</span>`))
    .join('')
}

/** A sentence with the words underlined that another wording has not. */
export function sentenceBeside(text: string, from: string): string {
  return markDifferences(text, from)
    .map((stretch) => (stretch.differs ? `<u>${sentence(stretch.text)}</u>` : sentence(stretch.text)))
    .join(' ')
}

export function original(text: string | undefined): string {
  return text === undefined ? '' : `<small lang="nb">${sentence(text)}</small>`
}

/** Lines to write on by hand. */
export function remarks(label: string): string {
  return `<div class="remarks"><span>${escapeHtml(label)}</span></div>`
}
