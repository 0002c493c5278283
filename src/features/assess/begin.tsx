import { type ReactElement, Suspense, lazy, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { resumeAt } from '../../domain/assessment/stops.ts'
import {
  type Instrument,
  type Module,
  type Sector,
  type Tier,
  modulesFor,
  sectors,
  tiers,
  usualModules,
} from '../../domain/instrument/instrument.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import { inSentence } from '../../i18n/in-sentence.ts'
import { coreVersion, instrumentFor } from '../../instruments/packs.ts'
import { type StartRefusal, startOrResume } from '../../storage/assessments.ts'
import type { Device } from '../../storage/device.ts'
import { onDevice } from '../../storage/refusals.ts'
import { packsFor } from '../../storage/own-packs.ts'
import { modulesAsked, versionAsked } from '../../storage/rounds.ts'
import { Alert } from '../../ui/alert.tsx'
import { Awaited } from '../../ui/late.tsx'
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
  const place = asked.get('plass') ?? undefined
  if (sector === undefined || tier === undefined) return <ChooseScreen beforeStart={beforeStart} {...(itemId && { toItem: itemId })} />
  return <Starting device={device} sector={sector} tier={tier} parts={parts} itemId={itemId} place={place} />
}

type Props = {
  readonly device: Device
  readonly sector: Sector
  readonly tier: Tier
  /** The modules the person has chosen, if any choice was made. */
  readonly parts: string | undefined
  readonly itemId: string | undefined
  /** The place in a round whose questions are to be answered, where several rounds ask. */
  readonly place: string | undefined
}

/** What the person has chosen; else what is usual for the tier, and what the person's round asks for. */
async function modulesOf({ device, sector, tier, parts }: Props): Promise<readonly Module[]> {
  const wanted: readonly string[] = parts?.split(' ') ?? [...usualModules(tier), ...(await modulesAsked(device.database, sector))]
  return modulesFor(tier).filter((module) => wanted.includes(module))
}

type Begun = { readonly assessment: Assessment; readonly instrument: Instrument }
/** `not-fetched`: the round has questions of its own, and they are not on the device. */
type BeginRefusal = StartRefusal | { readonly kind: 'not-fetched' }
/** What the person has said about what stood in the way. `shipped`: Peil's own questions, whatever a round asks. */
type Choice = { readonly replace: boolean; readonly shipped: boolean }

/** What a round asks here, or Peil's own questions. Nothing where the round's are not on the device. */
async function instrumentOf(props: Props, modules: readonly Module[], { shipped }: Choice): Promise<Instrument | undefined> {
  const { database } = props.device
  const asked = shipped ? undefined : await versionAsked(database, props.sector, props.place)
  const packs = await packsFor(database, asked ?? coreVersion)
  return packs && instrumentFor({ sector: props.sector, modules }, packs)
}

async function start(props: Props, choice: Choice): Promise<Result<Begun, BeginRefusal>> {
  const { device, tier } = props
  const asked = await onDevice(async () => {
    const modules = await modulesOf(props)
    return { modules, instrument: await instrumentOf(props, modules, choice) }
  })
  if (!asked.ok) return asked
  const { modules, instrument } = asked.value
  if (instrument === undefined) return fail({ kind: 'not-fetched' })
  const at = { replace: choice.replace, id: device.newId(), now: device.now() }
  const started = await startOrResume(device.database, { instrument, tier, modules, ...at })
  if (!started.ok) return started
  const packs = await onDevice(() => packsFor(device.database, started.value.instrumentVersion))
  return packs.ok ? ok({ assessment: started.value, instrument: instrumentFor(started.value, packs.value) }) : packs
}

const QuestionsMissing = lazy(() => import('./questions-missing.tsx').then((page) => ({ default: page.QuestionsMissing })))

function Starting({ device, sector, tier, parts, itemId, place }: Props): ReactElement {
  const { t, i18n } = useTranslation('app')
  const navigate = useNavigate()
  const [refusal, setRefusal] = useState<BeginRefusal>()
  const [attempt, setAttempt] = useState<Choice>({ replace: false, shipped: false })
  useEffect(() => {
    // The words come while the record is made.
    void i18n.loadNamespaces(`${sector}.1`)
    void start({ device, sector, tier, parts, itemId, place }, attempt).then(async (started) => {
      if (!started.ok) {
        setRefusal(started.error)
        return
      }
      const { assessment, instrument } = started.value
      saverFor(device.database).show(assessment)
      const next = resumeAt(assessment, instrument)
      // A new beginning: what became of the goals from last time comes first.
      const plans = await onDevice(() => device.database.table('plans').count())
      const hasPlan = next?.kind === 'prediction' && plans.ok && plans.value > 0
      await navigate(itemId ? `${root}/punkt/${itemId}` : hasPlan ? '/plan/sist' : pathOf(next), { replace: true })
    })
  }, [device, sector, tier, parts, attempt, itemId, place, navigate, i18n])
  if (refusal === undefined)
    return (
      <main className="page" id="content">
        <Awaited word={t('frame.loading')} />
      </main>
    )
  if (refusal.kind === 'other-under-way')
    return (
      <OtherUnderWay
        refusal={refusal}
        onReplace={() => {
          setAttempt({ ...attempt, replace: true })
        }}
      />
    )
  if (refusal.kind === 'not-fetched')
    return (
      <Suspense>
        <QuestionsMissing
          device={device}
          onFetched={() => {
            setAttempt({ ...attempt })
          }}
          onShipped={() => {
            setAttempt({ ...attempt, shipped: true })
          }}
        />
      </Suspense>
    )
  return (
    <Message title={t('failure.storageTitle')} lead={<Alert>{t(`refusals.${refusal.kind}`)}</Alert>}>
      <button
        className="ds-button"
        type="button"
        onClick={() => {
          setAttempt({ ...attempt })
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
  return (
    <Message
      title={t('other.title')}
      lead={t('other.lead', {
        role: inSentence(t(`app:roles.${assessment.sector}.${assessment.tier}.name`), i18n.language),
        sector: inSentence(t(`app:sectors.${assessment.sector}`), i18n.language),
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
