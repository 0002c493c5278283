import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { resumeAt } from '../../domain/assessment/stops.ts'
import { type Module, type Sector, type Tier, modulesFor, sectors, tiers, usualModules } from '../../domain/instrument/instrument.ts'
import type { Result } from '../../domain/result.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import { type StartRefusal, startOrResume } from '../../storage/assessments.ts'
import type { Device } from '../../storage/device.ts'
import { onDevice } from '../../storage/refusals.ts'
import { modulesAsked } from '../../storage/rounds.ts'
import { Alert } from '../../ui/alert.tsx'
import { ChooseScreen } from './choose.tsx'
import { Message } from './message.tsx'
import { pathOf, root } from './paths.ts'
import { saverFor } from './saving.ts'

/** `/kartlegging/ny?sector=barnehage&role=practice&deler=privacy+ai`: goes on with what is under way, or starts. */
export function BeginScreen({ device, beforeStart }: Pick<Props, 'device'> & { readonly beforeStart: ReactElement | null }): ReactElement {
  const [asked] = useSearchParams()
  const sector = sectors.find((each) => each === asked.get('sector'))
  const tier = tiers.find((each) => each === asked.get('role'))
  const parts = asked.get('deler') ?? undefined
  const itemId = asked.get('punkt') ?? undefined
  if (sector === undefined || tier === undefined) return <ChooseScreen beforeStart={beforeStart} {...(itemId && { toItem: itemId })} />
  return <Starting device={device} sector={sector} tier={tier} parts={parts} itemId={itemId} />
}

type Props = {
  readonly device: Device
  readonly sector: Sector
  readonly tier: Tier
  /** The modules the person has chosen, if any choice was made. */
  readonly parts: string | undefined
  readonly itemId: string | undefined
}

/** What the person has chosen; else what is usual for the tier, and what the person's round asks for. */
async function modulesOf({ device, sector, tier, parts }: Props): Promise<readonly Module[]> {
  const wanted: readonly string[] = parts?.split(' ') ?? [...usualModules(tier), ...(await modulesAsked(device.database, sector))]
  return modulesFor(tier).filter((module) => wanted.includes(module))
}

async function start(props: Props, replace: boolean): Promise<Result<Assessment, StartRefusal>> {
  const { device, sector, tier } = props
  const modules = await onDevice(() => modulesOf(props))
  if (!modules.ok) return modules
  const instrument = instrumentFor({ sector, modules: modules.value })
  return startOrResume(device.database, { instrument, tier, modules: modules.value, replace, id: device.newId(), now: device.now() })
}

function Starting({ device, sector, tier, parts, itemId }: Props): ReactElement {
  const { t, i18n } = useTranslation('app')
  const navigate = useNavigate()
  const [refusal, setRefusal] = useState<StartRefusal>()
  const [attempt, setAttempt] = useState({ replace: false })
  useEffect(() => {
    // The words come while the record is made.
    void i18n.loadNamespaces(`${sector}.1`)
    void start({ device, sector, tier, parts, itemId }, attempt.replace).then(async (started) => {
      if (!started.ok) {
        setRefusal(started.error)
        return
      }
      saverFor(device.database).show(started.value)
      const next = resumeAt(started.value, instrumentFor(started.value))
      await navigate(itemId ? `${root}/punkt/${itemId}` : pathOf(next), { replace: true })
    })
  }, [device, sector, tier, parts, attempt, itemId, navigate, i18n])
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
  const inSentence = (words: string): string =>
    words === words.toLocaleUpperCase(i18n.language) ? words : words.toLocaleLowerCase(i18n.language)
  return (
    <Message
      title={t('other.title')}
      lead={t('other.lead', {
        role: inSentence(t(`app:roles.${assessment.sector}.${assessment.tier}.name`)),
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
