import type { CardFile } from '../../domain/content/words.ts'
import type { Pack } from '../../domain/instrument/instrument.ts'
import type { ItemContext } from './item-sheet.ts'
import { escapeHtml, original, remarks, sentence } from './markup.ts'

function labelled(label: string, text: string, nb: string | undefined): string {
  return `<p><span class="label">${escapeHtml(label)}</span>${sentence(text)}${original(nb)}</p>`
}

/** The short stories, each with the item and the step it shows. */
export function vignetteSheets({ vignettes = [] }: Pack, { words, nb, steps, labels }: ItemContext): readonly string[] {
  return vignettes.flatMap(({ id, item, step }) => {
    const told = words.vignettes?.[id]
    const there = nb?.vignettes?.[id]
    if (told === undefined) return []
    const shows = `${labels.shows}: ${item}, ${step} ${steps[step] ?? ''}`
    return [
      `<article><p class="id">${escapeHtml(id)}</p><p>${sentence(told.story)}${original(there?.story)}</p>
<h3>${sentence(told.question)}</h3>${original(there?.question)}<p class="note">${escapeHtml(shows)}</p>
${labelled(labels.why, told.why, there?.why)}${remarks(labels.remarks)}</article>`,
    ]
  })
}

/** The knowledge questions with the right option marked by more than colour. */
export function checkSheets({ check = [] }: Pack, { words, nb, labels }: ItemContext): readonly string[] {
  return check.flatMap(({ id, right }) => {
    const asked = words.check?.[id]
    const there = nb?.check?.[id]
    if (asked === undefined) return []
    const options = asked.options.map((option, at) => {
      const marked = at === right ? ` (${escapeHtml(labels.right)})` : ''
      return `<li${at === right ? ' class="right"' : ''}>${sentence(option)}${marked}${original(there?.options[at])}</li>`
    })
    return [
      `<article><p class="id">${escapeHtml(id)}</p><h3>${sentence(asked.question)}</h3>${original(there?.question)}
<ul>${options.join('')}</ul>${labelled(labels.explanation, asked.explanation, there?.explanation)}${remarks(labels.remarks)}</article>`,
    ]
  })
}

/** The questions to talk about in these areas or modules, by the name of each. */
export function cardSheets(
  group: keyof CardFile,
  dimensions: readonly { readonly id: string; readonly name: string }[],
  cards: CardFile,
  nb: CardFile | undefined,
): readonly string[] {
  return dimensions.flatMap(({ id, name }) => {
    const questions = cards[group][id]
    if (questions === undefined) return []
    const items = questions.map((question, at) => `<li>${sentence(question)}${original(nb?.[group][id]?.[at])}</li>`)
    return [`<article><h3>${escapeHtml(name)}</h3><ol>${items.join('')}</ol></article>`]
  })
}
