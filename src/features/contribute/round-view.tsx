import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { Contributing, TypedSlip } from '../../sync/contributing.ts'
import { Alert } from '../../ui/alert.tsx'
import { useNewView } from '../../ui/use-new-view.ts'
import { Scan, type ScanProps } from './scan.tsx'
import { UnitForm } from './unit-form.tsx'
import { useRound } from './use-round.ts'

type Props = {
  readonly scan: ScanProps
  readonly round: string
  readonly code: string | undefined
  readonly contributing: Contributing
  readonly onSlip: (slip: TypedSlip) => void
  readonly isBelow: boolean
}

/** A round is known, the unit is not: what a round's link, or a code typed by hand, leaves to choose. */
export function RoundView({ scan, round, code, contributing, onSlip, isBelow }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const { reading, again } = useRound(contributing, round)
  useNewView(reading.kind, isBelow)
  switch (reading.kind) {
    case 'reading':
      return (
        <>
          <h1 className="t-display">{t('join.title')}</h1>
          <p className="soft" role="status">
            {t('slip.loading')}
          </p>
        </>
      )
    case 'refused':
      return (
        <>
          <h1 className="t-display">{t('join.title')}</h1>
          <Alert>{t(`roundRefusal.${reading.refusal.kind}`)}</Alert>
          <div className="row">
            <button className="ds-button" data-variant="secondary" type="button" onClick={again}>
              {t('slip.again')}
            </button>
          </div>
        </>
      )
    case 'read':
      return <ReadRound scan={scan} known={reading.known} code={code} onSlip={onSlip} />
  }
}

type ReadProps = Pick<Props, 'scan' | 'code' | 'onSlip'> & { readonly known: KnownRound }

/** The slip says unit and code at once. Who brought a code has typed it already, and only chooses the unit. */
function ReadRound({ scan, known, code, onSlip }: ReadProps): ReactElement {
  const { t } = useTranslation('contribute')
  const { title, state } = known.document
  if (state === 'released')
    return (
      <>
        <h1 className="t-display">{title}</h1>
        <Alert>{t('round.closed')}</Alert>
      </>
    )
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{title}</h1>
        <p className="t-lead">{code === undefined ? t('round.leadScan') : t('round.lead')}</p>
      </div>
      {code === undefined && <Scan {...scan} round={known.round} />}
      <UnitForm origin={scan.origin} known={known} code={code} onSlip={onSlip} />
    </>
  )
}
