import { type ReactElement, Suspense, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, answerItem, answerTo, noteItem } from '../../domain/assessment/assessment.ts'
import { neighboursOf } from '../../domain/assessment/stops.ts'
import { type Item, type Part, steps } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { AnswerCards } from '../../ui/assess/answer-cards.tsx'
import { Fold } from '../../ui/assess/fold.tsx'
import { Sentence } from '../../ui/assess/terms.tsx'
import { LightBulbIcon, NotePencilIcon, PadlockLockedIcon, SkipForwardIcon } from '../../ui/icons/first-icons.ts'
import { explained } from './explained.ts'
import { AskFrame } from './frame.tsx'
import { pathOf } from './paths.ts'
import type { UnderWay } from './under-way.ts'
import { useGo } from './use-go.ts'
import { WordsAwaited } from './words-awaited.tsx'

/** Only where an own pack lacks the reader's language. */
const OtherLanguage = lazy(() => import('./other-language.tsx').then((note) => ({ default: note.OtherLanguage })))

type Props = { readonly underWay: UnderWay; readonly item: Item; readonly part: Part; readonly now: () => string }

function chosenValue(answer: Answer | undefined): string | undefined {
  return answer?.kind === 'step' ? String(answer.step) : answer?.kind
}

function answerOf(value: string): Answer {
  const step = steps.find((each) => String(each) === value)
  return step === undefined ? { kind: 'not-relevant' } : { kind: 'step', step }
}

/** One question. Nothing moves on by itself. */
export function ItemScreen({ underWay, item, part, now }: Props): ReactElement {
  const { t } = useTranslation('assess')
  const go = useGo()
  const { assessment, instrument } = underWay
  const answer = answerTo(assessment, item)
  const { previous, next } = neighboursOf(instrument, { kind: 'item', itemId: item.id })
  const choose = (given: Answer): Promise<boolean> => {
    const at = now()
    return underWay.save(`answer ${item.id}`, (before) => answerItem(before, instrument, item.id, given, at))
  }
  const skip = async (): Promise<void> => {
    if (await choose({ kind: 'skipped' })) go(pathOf(next))
  }
  const isSafe = !underWay.isUnsaved(`answer ${item.id}`) && !underWay.isUnsaved(`note ${item.id}`)
  return (
    <AskFrame
      underWay={underWay}
      part={part}
      itemId={item.id}
      says={t('course.question', { number: part.items.indexOf(item) + 1, of: part.items.length })}
      saved={isSafe && (answer !== undefined || assessment.notes[item.id] !== undefined)}
      previous={previous && pathOf(previous)}
      onNext={() => {
        go(pathOf(next))
      }}
      twoColumns
    >
      {/* Of its own: without it a tap on the last question would seem to do nothing until the words have come. */}
      <Suspense fallback={<WordsAwaited />}>
        <Stem underWay={underWay} item={item} />
        <Answers underWay={underWay} item={item} answer={answer} onChoose={(given) => void choose(given)} onSkip={() => void skip()} />
        <Note underWay={underWay} item={item} now={now} />
      </Suspense>
    </AskFrame>
  )
}

function Stem({ underWay: { assessment }, item }: Pick<Props, 'underWay' | 'item'>): ReactElement {
  const { t } = useTranslation('assess')
  const content = useContent([item])
  const words = content.item(item.id, assessment)
  const given = assessment.answers[item.id]
  const lang = content.spokenIn(item.id)
  return (
    <div className="ask__side">
      <div className="ask__stem">
        <Sentence
          as="h1"
          className="t-title"
          id="stem"
          pieces={explained(content, item.id, words.stem)}
          closeLabel={t('item.closeTerm')}
          lang={lang}
        />
        <p className="t-lead" id="how">
          {t('item.how')}
        </p>
        {lang && (
          <Suspense>
            <OtherLanguage language={lang} />
          </Suspense>
        )}
        {given && given.version !== item.version && <p className="t-small soft">{t('item.reworded')}</p>}
      </div>
      {words.example !== '' && (
        <Fold Icon={LightBulbIcon} title={t('item.example')}>
          <div className="quoted">
            <Sentence
              as="p"
              className="quote"
              pieces={explained(content, item.id, words.example)}
              closeLabel={t('item.closeTerm')}
              lang={lang}
            />
          </div>
        </Fold>
      )}
    </div>
  )
}

type AnswersProps = Pick<Props, 'underWay' | 'item'> & {
  readonly answer: Answer | undefined
  readonly onChoose: (answer: Answer) => void
  readonly onSkip: () => void
}

function Answers({ underWay: { assessment }, item, answer, onChoose, onSkip }: AnswersProps): ReactElement {
  const { t } = useTranslation('assess')
  const content = useContent([item])
  const { anchors } = content.item(item.id, assessment)
  const cards = anchors.map((anchor, step) => ({
    value: String(step),
    name: content.stepName(step),
    pieces: explained(content, item.id, anchor),
  }))
  return (
    <fieldset className="ask__answers" aria-labelledby="stem" aria-describedby="how">
      <legend className="sr">{t('item.legend')}</legend>
      <AnswerCards
        cards={cards}
        group={item.id}
        chosen={chosenValue(answer)}
        closeLabel={t('item.closeTerm')}
        lang={content.spokenIn(item.id)}
        onChoose={(value) => {
          onChoose(answerOf(value))
        }}
      />
      <div className="aside">
        <label className="optout">
          <input
            className="ds-input"
            type="radio"
            name={item.id}
            checked={answer?.kind === 'not-relevant'}
            onChange={() => {
              onChoose({ kind: 'not-relevant' })
            }}
          />
          <span>{t('item.notRelevant')}</span>
        </label>
        <button type="button" className="optout" data-chosen={answer?.kind === 'skipped'} onClick={onSkip}>
          <SkipForwardIcon />
          <span>{answer?.kind === 'skipped' ? t('item.skipped') : t('item.skip')}</span>
        </button>
        <span className="t-micro soft">{t('item.neither')}</span>
      </div>
    </fieldset>
  )
}

function Note({ underWay, item, now }: Pick<Props, 'underWay' | 'item' | 'now'>): ReactElement {
  const { t } = useTranslation('assess')
  const note = underWay.assessment.notes[item.id] ?? ''
  const write = (written: string): void => {
    const at = now()
    void underWay.save(`note ${item.id}`, (before) => noteItem(before, underWay.instrument, item.id, written, at))
  }
  return (
    <div className="ask__side">
      <Fold Icon={NotePencilIcon} title={t('item.note')}>
        <div className="private">
          <textarea
            className="ds-input"
            rows={3}
            maxLength={2000}
            autoComplete="off"
            autoCapitalize="sentences"
            aria-label={t('item.note')}
            aria-describedby="note-only-you"
            value={note}
            // WebKit leaves it under the bar below.
            onFocus={({ currentTarget }) => {
              currentTarget.scrollIntoView({ block: 'nearest' })
            }}
            onChange={({ target }) => {
              write(target.value)
            }}
          />
          <p className="private__say" id="note-only-you">
            <PadlockLockedIcon small />
            {t('item.noteOnlyYou')}
          </p>
        </div>
      </Fold>
    </div>
  )
}
