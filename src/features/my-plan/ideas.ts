import type { Assessment } from '../../domain/assessment/assessment.ts'
import { type Dimension, type Instrument, partHolding } from '../../domain/instrument/instrument.ts'
import type { Targets } from '../../domain/profile/targets.ts'
import { nextStepIn, suggestionsFor } from '../../domain/scoring/guidance.ts'
import type { Content } from '../../i18n/content.ts'
import { withoutTerms } from '../../domain/content/terms.ts'

/** A next step as a goal to begin from. `then` is the anchor as the end of an if–then sentence. */
export type Idea = {
  readonly itemId: string
  readonly dimension: Dimension
  readonly stem: string
  readonly anchor: string
  readonly then: string
}

/** How a language turns "I check …" into what follows "then". */
export type IdeaWords = { readonly pronoun: string; readonly then: (words: { verb: string; rest: string }) => string }

/** The anchor's first sentence, fitted behind "then". One that does not begin with "I" is left as it is. */
export function asThen(anchor: string, words: IdeaWords): string {
  const sentence = anchor.split(/(?<=[.])\s/)[0]?.replace(/\.$/, '') ?? ''
  const [pronoun, verb, ...rest] = sentence.split(' ')
  return pronoun === words.pronoun && verb ? words.then({ verb, rest: rest.join(' ') }) : sentence
}

/** The three suggestions of the result, and the next step of the item asked for first. */
export function ideasFor(
  assessment: Assessment,
  instrument: Instrument,
  targets: Targets,
  content: Content,
  words: IdeaWords,
  wanted: string | undefined,
): readonly Idea[] {
  const part = wanted === undefined ? undefined : partHolding(instrument, wanted)
  const asked = part && nextStepIn(assessment, part)
  const suggestions = suggestionsFor(assessment, instrument, targets)
  const others = suggestions.filter(({ itemId }) => itemId !== asked?.itemId)
  return (asked ? [asked, ...others] : others).slice(0, 3).map(({ itemId, dimension, to }) => {
    const item = content.item(itemId, assessment)
    const anchor = withoutTerms(item.anchors[to] ?? '')
    return { itemId, dimension, stem: withoutTerms(item.stem), anchor, then: asThen(anchor, words) }
  })
}
