import './about.css'
import './cards.css'
import { type ReactElement, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Dimension, type Sector, dimensions, sectors } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { PrinterSmallIcon } from '../../ui/icons/later-icons.ts'
import { Segments } from '../../ui/segments.tsx'

/** Which cards are shown stands in the address, so that a link can point to them. */
type Choice = { readonly sector: Sector; readonly dimension: Dimension | undefined }

function useChoice(): readonly [Choice, (choice: Choice) => void] {
  const [params, setParams] = useSearchParams()
  const sector = sectors.find((each) => each === params.get('sektor')) ?? sectors[0]
  const dimension = dimensions.find((each) => each === params.get('omrade'))
  const choose = (choice: Choice): void => {
    setParams({ sektor: choice.sector, ...(choice.dimension && { omrade: choice.dimension }) }, { replace: true })
  }
  return [{ sector, dimension }, choose]
}

/** Questions to talk about in a meeting, on the screen or as cards on paper. */
export function CardsPage(): ReactElement {
  const { t } = useTranslation(['about', 'cards'])
  const [choice, choose] = useChoice()
  const shown = choice.dimension === undefined ? dimensions : [choice.dimension]
  return (
    <>
      <div className="stack-s noprint">
        <h1 className="t-display">{t('cards.title')}</h1>
        <p className="t-lead">{t('cards.lead')}</p>
      </div>
      <CardChoice choice={choice} choose={choose} />
      <div className="talk-cards">
        {shown.map((dimension) => (
          <AreaCards key={dimension} sector={choice.sector} dimension={dimension} />
        ))}
      </div>
    </>
  )
}

type CardChoiceProps = { readonly choice: Choice; readonly choose: (choice: Choice) => void }

function CardChoice({ choice, choose }: CardChoiceProps): ReactElement {
  const { t } = useTranslation('about')
  const { t: app } = useTranslation('app')
  return (
    <div className="stack noprint">
      <Segments
        legend={t('cards.sector')}
        name="sector"
        value={choice.sector}
        choices={sectors.map((value) => ({ value, label: app(`sectors.${value}`) }))}
        onChange={(sector) => {
          choose({ ...choice, sector })
        }}
      />
      <AreaSelect choice={choice} choose={choose} />
      <div className="row">
        <button
          className="ds-button"
          type="button"
          data-variant="primary"
          onClick={() => {
            window.print()
          }}
        >
          <PrinterSmallIcon />
          <span>{t('cards.print')}</span>
        </button>
        <p className="t-small soft">{t('cards.cut')}</p>
      </div>
    </div>
  )
}

function AreaSelect({ choice, choose }: CardChoiceProps): ReactElement {
  const { t } = useTranslation('about')
  const content = useContent()
  const id = useId()
  return (
    <div className="f talk-cards__area">
      <label htmlFor={id}>{t('cards.area')}</label>
      <select
        id={id}
        className="ds-input"
        value={choice.dimension ?? ''}
        onChange={({ target }) => {
          choose({ ...choice, dimension: dimensions.find((each) => each === target.value) })
        }}
      >
        <option value="">{t('cards.all')}</option>
        {dimensions.map((dimension) => (
          <option key={dimension} value={dimension}>
            {content.dimension(choice.sector, dimension).name}
          </option>
        ))}
      </select>
    </div>
  )
}

type AreaCardsProps = { readonly sector: Sector; readonly dimension: Dimension }

function AreaCards({ sector, dimension }: AreaCardsProps): ReactElement {
  const { t } = useTranslation('about')
  const content = useContent()
  const { name } = content.dimension(sector, dimension)
  return (
    <section className="stack-s talk-cards__part" aria-labelledby={`cards-${dimension}`}>
      <h2 id={`cards-${dimension}`} className="t-heading noprint">
        {name}
      </h2>
      <ul className="talk-cards__list">
        {content.cards(sector, dimension).map((question) => (
          <li key={question} className="talk-card">
            <p className="talk-card__area" aria-hidden="true">
              {name}
            </p>
            <p className="talk-card__question">{question}</p>
            <p className="talk-card__foot onlyprint">{t('cards.foot')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
