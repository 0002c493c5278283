import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Sector, sectors } from '../../domain/instrument/instrument.ts'
import type { Demand } from '../../domain/need/demand.ts'
import { type Profile, statusOf } from '../../domain/profile/profile.ts'
import { goalStandings } from '../../domain/profile/standing.ts'
import { useProfileWords } from '../../i18n/profiles.ts'
import { findProfile } from '../../instruments/profiles/index.ts'
import type { MunicipalProfile } from '../../protocol/profile.ts'
import { GoalCard } from './goal-card.tsx'
import { GoalDocument } from './goal-document.tsx'
import { GoalTable } from './goal-table.tsx'
import type { NeedsWords } from './words.ts'

type Props = {
  readonly profile: MunicipalProfile
  readonly demands: readonly Demand[]
  /** Where the units of the round come in. */
  readonly present: readonly string[]
  readonly words: NeedsWords
  readonly k: string
  readonly year: number
}

/** The round's own figures under each goal of the municipality's plan. No figure per goal, no mean, no ranking. */
export function GoalsSection({ profile, ...rest }: Props): ReactElement {
  const { t } = useTranslation('owner')
  const structure = structureOf(profile)
  return (
    <section className="stack needs-goals" aria-labelledby="goals">
      <h2 id="goals" className="t-heading">
        {t('goals.title')}
      </h2>
      {structure === undefined ? <Unknown /> : <Goals profile={profile} structure={structure} {...rest} />}
    </section>
  )
}

/** Nothing where this app does not know the profile that the municipality has chosen. */
function structureOf(profile: MunicipalProfile): Profile | undefined {
  return 'file' in profile ? profile.file.profile : findProfile(profile.shipped)
}

function Unknown(): ReactElement {
  const { t } = useTranslation('owner')
  return (
    <p className="needs-key">
      <strong>{t('goals.unknown.title')}.</strong> {t('goals.unknown.text')}
    </p>
  )
}

function Goals({ profile, structure, demands, present, words, k, year }: Props & { readonly structure: Profile }): ReactElement {
  const { t } = useTranslation('owner')
  const said = useProfileWords(profile)
  const inRound: readonly Sector[] = sectors.filter((sector) => present.includes(sector))
  const goals = goalStandings(structure.goals, demands, inRound)
  return (
    <>
      <div className="goals-head">
        <p>
          <strong>{said.name}.</strong> {useStatusLine(structure, year)}
        </p>
        <p className="soft">{t('goals.text')}</p>
      </div>
      <ol className="goal-cards">
        {goals.map((each, index) => (
          <GoalCard key={each.goal.id} number={index + 1} of={each} said={said} words={words} k={k} />
        ))}
      </ol>
      <div className="goals-more">
        <GoalTable goals={goals} said={said} words={words} />
        <GoalDocument profile={structure} said={said} />
        <Link className="link noprint" to="/eier/profil/maal">
          {t('goals.edit')}
        </Link>
      </div>
    </>
  )
}

/** Which years the document is for, and whether it is past or only a proposal. */
function useStatusLine(profile: Profile, year: number): string {
  const { t } = useTranslation('owner')
  const { validFrom, validTo } = profile
  const period = validFrom === undefined ? t('goals.until', { to: validTo }) : `${String(validFrom)}–${String(validTo)}`
  return t(`goals.status.${statusOf(profile, year)}`, { period })
}
