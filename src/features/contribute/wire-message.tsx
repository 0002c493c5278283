import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContributionVersion } from '../../protocol/contribution.ts'
import type { JoinedPlace, Sent, Waiting } from '../../protocol/participation.ts'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'
import { CodeIcon } from '../../ui/icons/later-icons.ts'

type Props = {
  readonly place: JoinedPlace | Waiting | Sent
  readonly tier: string
  readonly values: string
  readonly replaces: ContributionVersion | undefined
}

function short(text: string, meaning: string): string {
  return `${text.slice(0, 4)}…${meaning}`
}

/** The message as it goes over the wire; what is random is shortened and named. */
export function WireMessage({ place, tier, values, replaces }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const random = t('offer.wire.random')
  const fields: readonly (readonly [string, string, 'answer' | 'random'])[] = [
    ['round', place.round, 'random'],
    ['unit', place.unit, 'random'],
    ['t', short(place.token.t, random), 'random'],
    ['s', short(place.token.s, t('offer.wire.signature')), 'random'],
    ['tier', tier, 'answer'],
    ['values', values, 'answer'],
    ['r', t('offer.wire.randomLater'), 'random'],
  ]
  return (
    <details className="fold">
      <summary>
        <CodeIcon small />
        <span>{t('offer.wire.show')}</span>
        <ChevronDownIcon small />
      </summary>
      <div className="stack-s">
        <p className="wire">
          {'{"v":1'}
          <Fields fields={fields} />
          {replaces !== undefined && (
            <>
              {', "prev":{"tier":"'}
              <b>{replaces.tier}</b>
              {'", "values":"'}
              <b>{replaces.values}</b>
              {'", "r":"'}
              <em>{short(replaces.r, random)}</em>
              {'"}'}
            </>
          )}
          {'}'}
        </p>
        <p className="t-small soft">{t('offer.wire.values')}</p>
        <p className="t-small soft">{t('offer.wire.length')}</p>
      </div>
    </details>
  )
}

function Fields({ fields }: { readonly fields: readonly (readonly [string, string, 'answer' | 'random'])[] }): ReactElement {
  return (
    <>
      {fields.map(([name, value, kind]) => (
        <Fragment key={name}>
          {`, "${name}":"`}
          {kind === 'answer' ? <b>{value}</b> : <em>{value}</em>}
          {'"'}
        </Fragment>
      ))}
    </>
  )
}
