import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { wholeDate } from '../../i18n/dates.ts'
import type { Round } from '../../protocol/round.ts'
import { GroupIcon } from '../../ui/group/group-icon.tsx'
import { PersonGroupIcon } from '../../ui/icons/later-icons.ts'
import type { UnitEntry } from './choice.ts'
import { useUnitWords } from './words.ts'

/** Too few contributed (release rule R2): why nothing is shown, where the contributions may count, and what can be done without figures. */
export function HiddenUnit({ unit, round }: { readonly unit: UnitEntry; readonly round: Round }): ReactElement {
  const { t, i18n } = useTranslation('unit')
  const words = useUnitWords(unit.sector)
  const k = words.number(round.k)
  const questions = round.dimensions.slice(0, 3).map(({ id }) => words.talk(id))
  return (
    <div className="stack-l">
      <div className="stack-s">
        <p className="eyebrow">{t('eyebrow', { round: round.title, date: wholeDate(round.closes, i18n.language) })}</p>
        <h1 className="t-title">{t('tooFew.title', { unit: unit.name })}</h1>
        <p className="t-lead">{t('tooFew.text', { k })}</p>
      </div>
      <section className="note note--plain">
        <GroupIcon name="hidden" />
        <h2 className="t-sub">{t('tooFew.lost.title')}</h2>
        <p className="t-small">{t('tooFew.lost.text', { k })}</p>
      </section>
      <section className="note note--land">
        <PersonGroupIcon />
        <h2 className="t-sub">{t('tooFew.talk.title')}</h2>
        <p className="t-small">{t('tooFew.talk.text')}</p>
        <ul className="unit-talk">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
