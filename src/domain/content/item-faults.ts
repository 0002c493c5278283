import { type Fault, type FaultKind, faultAt } from './fault.ts'
import { type HouseRules, brands } from './house-rules.ts'
import { foundIn, likeness, wordsOf } from './reading.ts'
import { type Piece, type ReadItem, piecesOf } from './wordings.ts'

const mostWords = 18
const mostLikeness = 0.4
/** This pack describes the workplace, not the person. */
const aboutWorkplace = 'conditions'

/** One fault for each piece that has one. */
function each(kind: FaultKind, pieces: readonly Piece[], isFaulty: (text: string) => boolean): readonly Fault[] {
  return pieces.filter(({ text }) => isFaulty(text)).map(({ way, text }) => faultAt(kind, way, text))
}

function repeated({ anchors }: ReadItem): readonly Fault[] {
  const texts = anchors.map(({ text }) => text)
  return anchors.filter(({ text }, step) => texts.indexOf(text) !== step).map(({ way, text }) => faultAt('step-repeated', way, text))
}

/** Neighbouring steps must differ in most of their words, or nobody can choose between them. */
function alike({ anchors }: ReadItem): readonly Fault[] {
  return anchors.slice(1).flatMap(({ way, text }, step) => {
    const below = anchors[step]?.text ?? ''
    return likeness(text, below) > mostLikeness ? [faultAt('steps-alike', way, `${below} / ${text}`)] : []
  })
}

/** A stem is a heading and has no full stop; a described step is a sentence and has one. */
function endings({ stem, anchors, example }: ReadItem): readonly Fault[] {
  return [
    ...each('stem-with-full-stop', [stem], (text) => /[.:]$/.test(text)),
    ...each('full-stop-missing', [...anchors, example], (text) => !/[.?][»"”]?$/.test(text)),
  ]
}

function openings({ anchors }: ReadItem, pack: string, { opening, workplaceOpenings }: HouseRules): readonly Fault[] {
  const allowed = pack === aboutWorkplace ? [opening, ...workplaceOpenings] : [opening]
  return each('opening-wrong', anchors, (text) => !allowed.some((start) => text.startsWith(start)))
}

function tooLong({ anchors }: ReadItem): readonly Fault[] {
  return each('step-too-long', anchors, (text) => wordsOf(text).length > mostWords)
}

function listed(kind: FaultKind, { way, text }: Piece, words: readonly string[]): readonly Fault[] {
  return foundIn(text, words).map((found) => faultAt(kind, way, found))
}

/** Brands and strange marks: they do not belong in any text of the instrument. */
export function forbiddenIn(pieces: readonly Piece[], { strangeMarks }: HouseRules): readonly Fault[] {
  return pieces.flatMap((piece) => [
    ...listed('brand-named', piece, brands),
    ...strangeMarks.filter((mark) => piece.text.includes(mark)).map((mark) => faultAt('mark-strange', piece.way, mark)),
  ])
}

/** What is wrong with one wording of one item. */
export function itemFaults(item: ReadItem, pack: string, rules: HouseRules): readonly Fault[] {
  return [
    ...repeated(item),
    ...alike(item),
    ...openings(item, pack, rules),
    ...endings(item),
    ...tooLong(item),
    ...item.anchors.flatMap((anchor) => listed('only-how-often', anchor, rules.howOften)),
    ...forbiddenIn(piecesOf(item), rules),
  ]
}
