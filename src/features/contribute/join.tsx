import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { Entry } from '../../sync/entry.ts'
import type { Participation } from '../../protocol/participation.ts'
import type { Contributing, TypedSlip } from '../../sync/contributing.ts'
import { useNewView } from '../../ui/use-new-view.ts'
import { EnterForm } from './enter.tsx'
import { RoundView } from './round-view.tsx'
import { Scan } from './scan.tsx'
import type { Scanner } from './scanning.ts'
import { SlipView } from './slip-view.tsx'

type Props = {
  readonly origin: string
  readonly contributing: Contributing
  readonly scanner: Scanner
  readonly participations: readonly Participation[]
  /** What the person answered last, in any role. */
  readonly answered: Assessment | undefined
  readonly knownRound: string | undefined
  readonly entry?: Entry
  /** The page above has its own title and explanation. */
  readonly isBelow?: boolean
}

type Known = { readonly slip?: TypedSlip; readonly round?: string; readonly code?: string }

function knownFrom(entry: Entry, knownRound: string | undefined): Known {
  switch (entry.kind) {
    case 'slip':
      return { slip: entry.slip }
    case 'round':
      return { round: entry.round }
    case 'code':
      return { code: entry.code, ...(knownRound === undefined ? {} : { round: knownRound }) }
  }
}

/** From whatever the person has in hand to a slip that can be joined with. */
export function Join(props: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const [taken, setTaken] = useState<Entry>()
  const [isScanned, setScanned] = useState(false)
  const scan = (entry: Entry): void => {
    setScanned(true)
    setTaken(entry)
  }
  return (
    <>
      <p className="sr" role="status">
        {isScanned && t('scan.found')}
      </p>
      <Step {...props} given={taken ?? props.entry} onTyped={setTaken} onScanned={scan} />
    </>
  )
}

type StepProps = Props & {
  readonly given: Entry | undefined
  readonly onTyped: (entry: Entry) => void
  readonly onScanned: (entry: Entry) => void
}

function Step({ given, onTyped, onScanned, scanner, isBelow = false, ...props }: StepProps): ReactElement {
  const { origin, contributing, participations, answered, knownRound } = props
  const [chosen, setChosen] = useState<TypedSlip>()
  const known: Known = given === undefined ? {} : knownFrom(given, knownRound)
  const slip = chosen ?? known.slip
  useNewView(slip === undefined ? (known.round ?? 'enter') : 'slip', isBelow)
  if (slip !== undefined) {
    const alreadyHere = participations.some(({ round, unit, stage }) => round === slip.round && unit === slip.unit && stage !== 'joining')
    return <SlipView slip={slip} contributing={contributing} answered={answered} alreadyHere={alreadyHere} />
  }
  if (known.round !== undefined)
    return (
      <RoundView
        scan={{ scanner, origin, onEntry: onScanned }}
        round={known.round}
        code={known.code}
        contributing={contributing}
        onSlip={setChosen}
        isBelow={isBelow}
      />
    )
  return (
    <>
      {!isBelow && <Explained />}
      <Scan scanner={scanner} origin={origin} onEntry={onScanned} />
      <EnterForm origin={origin} knownRound={knownRound} onEntry={onTyped} />
    </>
  )
}

function Explained(): ReactElement {
  const { t } = useTranslation('contribute')
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('join.title')}</h1>
        <p className="t-lead">{t('join.lead')}</p>
      </div>
      <section className="stack-s" aria-labelledby="how-it-goes">
        <h2 id="how-it-goes" className="t-sub">
          {t('join.how.title')}
        </h2>
        <ol className="numbered">
          {t('join.how.steps', { returnObjects: true }).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </>
  )
}
