import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { demandOf } from '../../domain/need/demand.ts'
import { wholeDate } from '../../i18n/dates.ts'
import type { MunicipalProfile } from '../../protocol/profile.ts'
import type { MunicipalityResult } from '../../protocol/results.ts'
import type { Round } from '../../protocol/round.ts'
import { PrintButton, PrintHead } from '../../ui/group/print-head.tsx'
import { DemandSection } from './demand.tsx'
import { Explanation } from './explanation.tsx'
import { GoalsSection } from './goals.tsx'
import { HeatSection } from './heat.tsx'
import { useNeedsWords } from './words.ts'

type Props = {
  readonly round: Round
  readonly release: MunicipalityResult
  readonly profile: MunicipalProfile
  readonly now: () => string
}

export function NeedsView({ round, release, profile, now }: Props): ReactElement {
  const { t, i18n } = useTranslation('owner')
  const words = useNeedsWords(release.units, profile)
  const demands = demandOf(release)
  const present = release.units.map(({ sector }) => sector)
  const year = new Date(now()).getFullYear()
  const k = words.number(round.k)
  return (
    <div className="needs">
      <PrintHead text={t('printed', { municipality: round.municipality, date: wholeDate(now(), i18n.language) })} />
      <Headline round={round} n={release.total.n} k={k} />
      <HeatSection release={release} words={words} k={k} />
      {release.total.n > 0 && <DemandSection demands={demands} words={words} />}
      {release.total.n > 0 && <GoalsSection profile={profile} demands={demands} present={present} words={words} k={k} year={year} />}
      <Explanation withheld={release.audit.withheld} words={words} k={k} />
    </div>
  )
}

type HeadlineProps = { readonly round: Round; readonly n: number; readonly k: string }

function Headline({ round, n, k }: HeadlineProps): ReactElement {
  const { t, i18n } = useTranslation(['owner', 'group'])
  return (
    <div className="row-between needs-head">
      <div className="stack-s">
        <p className="eyebrow">{t('eyebrow', { round: round.title, date: wholeDate(round.closes, i18n.language) })}</p>
        <h1 className="t-display">{t('title')}</h1>
        <p className="t-lead">{n > 0 ? t('lead', { n }) : `${t('nothing.title')}. ${t('nothing.text', { k })}`}</p>
      </div>
      <PrintButton text={t('group:print')} />
    </div>
  )
}
