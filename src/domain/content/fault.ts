/** What the content check can find. The sentence is for whoever corrects the content; what it is about comes after it. */
const sentences = {
  'item-missing': 'the item has no words',
  'item-unknown': 'no item has this id',
  'step-repeated': 'a step is described twice in the same words',
  'steps-alike': 'two neighbouring steps can hardly be told apart',
  'opening-wrong': 'a described step does not start as it should',
  'step-too-long': 'a described step may have 18 words',
  'full-stop-missing': 'a sentence ends with a full stop or a question mark',
  'stem-with-full-stop': 'a stem is a heading and has no full stop',
  'only-how-often': 'a step may not rest on how often',
  'brand-named': 'somebody with another product must recognise the situation: name no brand',
  'mark-strange': 'this mark does not belong in the language',
  'many-long-steps': 'three in four described steps have 15 words or fewer',
  'term-unexplained': 'a word is marked, but not explained',
  'term-unused': 'a word is explained, but marked nowhere',
  'term-twice': 'a word is marked twice in one item',
  'explanation-too-long': 'an explanation has two sentences at most',
  'reading-too-hard': 'the text is too hard to read (LIX)',
  'story-missing': 'the story has no words',
  'story-unknown': 'no story has this id',
  'story-length': 'a story has 40 to 90 words',
  'story-gives-away': 'a story does not say a described step word for word',
  'story-without-item': 'a story shows one step of an item in the same pack',
  'question-mark-missing': 'a question ends with a question mark',
  'check-missing': 'the knowledge question has no words',
  'check-unknown': 'no knowledge question has this id',
  'option-repeated': 'the options of a knowledge question differ',
  'right-option-missing': 'the right option is one of the options',
  'right-options-not-spread': 'the right option stands in every place at least once',
  'card-question-repeated': 'a card asks three different questions',
  'card-question-elsewhere': 'two areas do not ask the same question',
  'sentence-missing': 'the reference language says this, and here it is missing',
  'sentence-unknown': 'the reference language does not say this',
  'places-differ': 'placeholders and tags stay as in the reference language',
  untranslated: 'the sentence is as in the reference language',
  'word-left-over': 'a word of the reference language is left',
} as const
export type FaultKind = keyof typeof sentences
export const faultKinds = Object.keys(sentences) as readonly FaultKind[]

/** `key`: the way through the file, as in `items/barnehage.1.creating/anchors/0`. `detail`: what was found there. */
export type Fault = { readonly kind: FaultKind; readonly key: string; readonly detail: string }

export function faultAt(kind: FaultKind, key: string, detail = ''): Fault {
  return { kind, key, detail }
}

/** `items/toy.1.moving/anchors/4: a described step may have 18 words (21: I really …)` */
export function describeFault({ kind, key, detail }: Fault): string {
  return `${key}: ${sentences[kind]}${detail === '' ? '' : ` (${detail})`}`
}

/** The faults without those that were found twice, on two ways to the same sentence. */
export function eachOnce(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}
