import { type ReactElement, useId } from 'react'
import { type ExplainedTerm, Sentence } from './terms.tsx'

export type AnswerCard = { readonly value: string; readonly name: string; readonly pieces: readonly (string | ExplainedTerm)[] }

type CardProps = {
  readonly card: AnswerCard
  readonly group: string
  readonly chosen: boolean
  readonly closeLabel: string
  readonly lang: string | undefined
  readonly onChoose: (value: string) => void
}

function Card({ card, group, chosen, closeLabel, lang, onChoose }: CardProps): ReactElement {
  const id = useId()
  return (
    <div className="choice">
      <input
        className="ds-input"
        type="radio"
        name={group}
        value={card.value}
        aria-labelledby={`${id}name ${id}words`}
        checked={chosen}
        onChange={() => {
          onChoose(card.value)
        }}
      />
      <span className="choice__name" id={`${id}name`}>
        {card.name}
      </span>
      <Sentence className="choice__text" id={`${id}words`} pieces={card.pieces} closeLabel={closeLabel} lang={lang} />
    </div>
  )
}

type Props = {
  readonly cards: readonly AnswerCard[]
  /** The name that ties the radios together. */
  readonly group: string
  readonly chosen: string | undefined
  readonly closeLabel: string
  /** Of the described steps, where it is not the page's. */
  readonly lang?: string | undefined
  readonly onChoose: (value: string) => void
}

/** Described steps as stations on one course: the whole card taps, and the arrow keys move between them. */
export function AnswerCards({ cards, group, chosen, closeLabel, lang, onChoose }: Props): ReactElement {
  return (
    <div className="choices">
      {cards.map((card) => (
        <Card
          key={card.value}
          card={card}
          group={group}
          chosen={card.value === chosen}
          closeLabel={closeLabel}
          lang={lang}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}
