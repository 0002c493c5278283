import './contribute.css'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { unitIn } from '../../sync/unit-in.ts'
import type { Participation } from '../../protocol/participation.ts'
import type { Device } from '../../storage/device.ts'
import type { Contributing } from '../../sync/contributing.ts'
import { statusOf } from '../../sync/status.ts'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'
import { Join } from './join.tsx'
import { Place } from './place.tsx'
import type { Scanner } from './scanning.ts'
import { useStatusWords } from './status-card.tsx'
import { type Stored, look, openRound, roundOf } from './stored.ts'
import { useOnline } from './use-online.ts'
import { useRoundWords } from './words.ts'

type Props = { readonly device: Device; readonly contributing: Contributing; readonly scanner: Scanner }

/** The round a person takes part in: from the slip to the unit's figures. */
export function ContributePage({ device, contributing, scanner }: Props): ReactElement | null {
  const stored = useLiveQuery(() => look(device.database), [device])
  const [search] = useSearchParams()
  if (stored === undefined) return null
  const { participations } = stored
  const shown = participations.find(({ id }) => id === search.get('plass')) ?? participations[0]
  const enter = (
    <Join
      origin={device.origin}
      contributing={contributing}
      scanner={scanner}
      participations={participations}
      answered={stored.finished[0]}
      knownRound={openRound(stored)}
    />
  )
  if (shown === undefined) return enter
  const others = participations.filter((each) => each !== shown)
  return (
    <>
      <Place key={shown.id} device={device} contributing={contributing} stored={stored} participation={shown} />
      {others.length > 0 && <Others device={device} stored={stored} others={others} />}
      <Another device={device} contributing={contributing} scanner={scanner} stored={stored} />
    </>
  )
}

function Another({ device, contributing, scanner, stored }: Props & { readonly stored: Stored }): ReactElement {
  const { t } = useTranslation('contribute')
  return (
    <details className="fold">
      <summary>
        <span>{t('join.another')}</span>
        <ChevronDownIcon small />
      </summary>
      <Join
        origin={device.origin}
        contributing={contributing}
        scanner={scanner}
        participations={stored.participations}
        answered={stored.finished[0]}
        knownRound={openRound(stored)}
        isBelow
      />
    </details>
  )
}

type OthersProps = { readonly device: Device; readonly stored: Stored; readonly others: readonly Participation[] }

function Others({ device, stored, others }: OthersProps): ReactElement {
  const { t } = useTranslation('contribute')
  return (
    <section className="stack-s" aria-labelledby="others">
      <h2 id="others" className="t-sub">
        {t('status.others')}
      </h2>
      <ul className="settings">
        {others.map((participation) => (
          <Other key={participation.id} device={device} stored={stored} participation={participation} />
        ))}
      </ul>
    </section>
  )
}

type OtherProps = { readonly device: Device; readonly stored: Stored; readonly participation: Participation }

function Other({ device, stored, participation }: OtherProps): ReactElement {
  const { t } = useTranslation('contribute')
  const online = useOnline(device)
  const known = roundOf(stored, participation)
  const words = useRoundWords()
  const round = known && words(known, unitIn(known, participation.unit))
  const status = statusOf(participation, known, { now: device.now(), online })
  const { title } = useStatusWords(participation, status, round?.date ?? '')
  return (
    <li className="other-place">
      <div>
        <strong>{title}</strong>
        <p>{round === undefined ? t('status.leadUnknown') : `${round.unit}, ${round.round}`}</p>
      </div>
      <Link className="ds-button" data-variant="secondary" data-size="sm" to={`/bidra?plass=${participation.id}`}>
        {t('status.open')}
      </Link>
    </li>
  )
}
