import { type Fault, faultAt } from './fault.ts'
import type { CardFile } from './words.ts'

function repeatedIn(way: string, questions: readonly string[]): readonly Fault[] {
  return questions
    .map((question, at) => ({ question, at }))
    .filter(({ question, at }) => questions.indexOf(question) !== at)
    .map(({ question, at }) => faultAt('card-question-repeated', `${way}/${at}`, question))
}

function elsewhereIn(sector: string, areas: Readonly<Record<string, readonly string[]>>): readonly Fault[] {
  const asked = Object.entries(areas).flatMap(([area, questions]) => [...new Set(questions)].map((question) => ({ area, question })))
  return asked
    .filter(({ question }, at) => asked.findIndex((each) => each.question === question) !== at)
    .map(({ area, question }) => faultAt('card-question-elsewhere', `${sector}/${area}`, question))
}

/** The questions of a card differ, and no two areas of a sector ask the same. */
export function cardFaults(cards: CardFile): readonly Fault[] {
  return Object.entries(cards).flatMap(([sector, areas]) => [
    ...Object.entries(areas).flatMap(([area, questions]) => repeatedIn(`${sector}/${area}`, questions)),
    ...elsewhereIn(sector, areas),
  ])
}
