import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Dimension, dimensions } from '../../domain/instrument/instrument.ts'
import { ok } from '../../domain/result.ts'
import { finishOf } from '../../domain/scoring/history.ts'
import { useContent } from '../../i18n/content.ts'
import { wholeDate } from '../../i18n/dates.ts'
import type { Device } from '../../storage/device.ts'
import { changeLookBack } from '../../storage/look-backs.ts'
import { Alert } from '../../ui/alert.tsx'
import { ArrowRightIcon } from '../../ui/icons/first-icons.ts'
import { TrashIcon } from '../../ui/icons/later-icons.ts'
import { type MadeOn, type Comparable } from './looking-back.ts'
import { SaidThen } from './said-then.tsx'

type Props = {
  readonly device: Device
  readonly made: readonly MadeOn[]
  /** Whether the newest assessment has one to look back on. */
  readonly canLookBack: boolean
  readonly answeredAt: (id: string) => readonly Comparable[]
}

/** Where the person says afterwards that they were, in words; each can be taken away, and put back. */
export function LookBacks({ device, made, canLookBack, answeredAt }: Props): ReactElement | null {
  const { t } = useTranslation('result')
  const [removed, setRemoved] = useState<MadeOn>()
  const [refused, setRefused] = useState(false)
  if (made.length === 0 && !canLookBack && removed === undefined) return null
  const set = async ({ assessment, lookBack }: MadeOn, isThere: boolean): Promise<void> => {
    const done = await changeLookBack(device.database, assessment.id, device.now(), () => ok(isThere ? lookBack : undefined))
    setRefused(!done.ok)
    if (done.ok) setRemoved(isThere ? undefined : { assessment, lookBack })
  }
  return (
    <section className="stack-s" aria-labelledby="look-back">
      <h2 id="look-back" className="t-heading">
        {t('lookBack.section')}
      </h2>
      <p>{t('lookBack.why')}</p>
      {made.map((each) => (
        <Made key={each.assessment.id} made={each} answered={answeredAt(each.lookBack.on)} onRemove={() => void set(each, false)} />
      ))}
      <div role="status">
        {removed && (
          <div className="note note--plain row-between noprint">
            <p>{t('lookBack.removed')}</p>
            <button className="ds-button" data-variant="secondary" data-size="sm" type="button" onClick={() => void set(removed, true)}>
              {t('lookBack.undo')}
            </button>
          </div>
        )}
      </div>
      {refused && <Alert>{t('lookBack.notSaved')}</Alert>}
      {canLookBack && (
        <div className="row noprint">
          <Link className="ds-button" data-variant="secondary" to="/resultat/tilbakeblikk">
            <span>{t('lookBack.go')}</span>
            <ArrowRightIcon />
          </Link>
        </div>
      )}
    </section>
  )
}

type MadeProps = { readonly made: MadeOn; readonly answered: readonly Comparable[]; readonly onRemove: () => void }

function Made({ made: { assessment, lookBack }, answered, onRemove }: MadeProps): ReactElement {
  const { t, i18n } = useTranslation('result')
  const content = useContent()
  const date = wholeDate(finishOf(assessment), i18n.language)
  const answeredIn = (dimension: Dimension): Comparable | undefined => answered.find((each) => each.dimension === dimension)
  return (
    <div className="card stack-s" role="group" aria-label={t('lookBack.made', { date })}>
      <div className="row-between">
        <h3 className="t-sub">{t('lookBack.made', { date })}</h3>
        <button
          className="ds-button noprint"
          data-variant="tertiary"
          data-size="sm"
          type="button"
          aria-label={t('lookBack.removeMade', { date })}
          onClick={onRemove}
        >
          <TrashIcon />
          <span>{t('lookBack.remove')}</span>
        </button>
      </div>
      {dimensions.map((dimension) => {
        const [then, was] = [lookBack.steps[dimension], answeredIn(dimension)]
        if (then === undefined) return null
        return (
          <div key={dimension}>
            <h4 className="t-label">{content.dimension(assessment.sector, dimension).name}</h4>
            {was ? <SaidThen answered={was.answered} then={then} /> : <p className="t-small">{content.stepName(then)}</p>}
          </div>
        )
      })}
    </div>
  )
}
