import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { resumeAt } from '../../domain/assessment/stops.ts'
import { type Instrument, type Tier, sectors, tiers } from '../../domain/instrument/instrument.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import { type StartRefusal, startOrResume } from '../../storage/assessments.ts'
import type { Device } from '../../storage/device.ts'
import { Alert } from '../../ui/alert.tsx'
import { ChooseScreen } from './choose.tsx'
import { Message } from './message.tsx'
import { pathOf, root } from './paths.ts'
import { saverFor } from './saving.ts'

/** `/kartlegging/ny?sector=barnehage&role=practice`: goes on with what is under way, or starts. */
export function BeginScreen({ device, beforeStart }: Pick<Props, 'device'> & { readonly beforeStart: ReactElement | null }): ReactElement {
  const [asked] = useSearchParams()
  const sector = sectors.find((each) => each === asked.get('sector'))
  const tier = tiers.find((each) => each === asked.get('role'))
  const instrument = sector && instrumentFor(sector)
  const itemId = asked.get('punkt') ?? undefined
  if (instrument === undefined || tier === undefined) return <ChooseScreen beforeStart={beforeStart} {...(itemId && { toItem: itemId })} />
  return <Starting device={device} instrument={instrument} tier={tier} itemId={itemId} />
}

type Props = { readonly device: Device; readonly instrument: Instrument; readonly tier: Tier; readonly itemId: string | undefined }

function Starting({ device, instrument, tier, itemId }: Props): ReactElement {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const [refusal, setRefusal] = useState<StartRefusal>()
  const [attempt, setAttempt] = useState({ replace: false })
  useEffect(() => {
    const { database } = device
    void startOrResume(database, { instrument, tier, ...attempt, id: device.newId(), now: device.now() }).then(async (started) => {
      if (!started.ok) {
        setRefusal(started.error)
        return
      }
      saverFor(database).show(started.value)
      await navigate(itemId ? `${root}/punkt/${itemId}` : pathOf(resumeAt(started.value, instrument)), { replace: true })
    })
  }, [device, instrument, tier, attempt, itemId, navigate])
  if (refusal === undefined) return <main className="page" id="content" aria-busy="true" />
  if (refusal.kind === 'other-under-way')
    return (
      <OtherUnderWay
        refusal={refusal}
        onReplace={() => {
          setAttempt({ replace: true })
        }}
      />
    )
  return (
    <Message title={t('failure.storageTitle')} lead={t('failure.storageBody')}>
      <Alert>{t(`refusals.${refusal.kind}`)}</Alert>
      <button
        className="ds-button"
        type="button"
        onClick={() => {
          setAttempt({ replace: false })
        }}
      >
        {t('failure.again')}
      </button>
    </Message>
  )
}

type OtherProps = { readonly refusal: Extract<StartRefusal, { kind: 'other-under-way' }>; readonly onReplace: () => void }

function OtherUnderWay({ refusal: { assessment }, onReplace }: OtherProps): ReactElement {
  const { t, i18n } = useTranslation(['assess', 'app'])
  const navigate = useNavigate()
  const role = assessment.tier === 'owner' ? 'leader' : assessment.tier
  const inSentence = (words: string): string =>
    words === words.toLocaleUpperCase(i18n.language) ? words : words.toLocaleLowerCase(i18n.language)
  return (
    <Message
      title={t('other.title')}
      lead={t('other.lead', {
        role: inSentence(t(`app:roles.barnehage.${role}.name`)),
        sector: inSentence(t(`app:sectors.${assessment.sector}`)),
        count: Object.keys(assessment.answers).length,
      })}
    >
      <button className="ds-button" type="button" onClick={() => void navigate(root)}>
        {t('other.goOn')}
      </button>
      <button className="ds-button" data-variant="secondary" type="button" onClick={onReplace}>
        {t('other.replace')}
      </button>
      <p className="t-small soft">{t('other.replaceSays')}</p>
    </Message>
  )
}
