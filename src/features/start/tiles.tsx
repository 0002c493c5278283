import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { wholeDate } from '../../i18n/dates.ts'
import { ChevronRightIcon, CompassIcon, HikingTrailSignIcon } from '../../ui/icons/first-icons.ts'
import type { Stored } from './page.tsx'

export function Tiles({ stored: { finished, goals } }: { readonly stored: Stored }): ReactElement | null {
  const { t, i18n } = useTranslation()
  const when = finished?.finishedAt
  if (when === undefined && goals === 0) return null
  const words = t(`numbers.${goals}`, { defaultValue: String(goals) })
  return (
    <section className="tiles" aria-label={t('start.tiles.label')}>
      {when !== undefined && (
        <Tile to="/resultat" icon={<CompassIcon />} title={t('start.tiles.result')}>
          {t('start.tiles.resultWhen', { date: wholeDate(when, i18n.language) })}
        </Tile>
      )}
      <Tile to="/plan" icon={<HikingTrailSignIcon />} title={t('start.tiles.plan')} land>
        {goals === 0 ? t('start.tiles.planNone') : t('start.tiles.planGoals', { count: goals, words: capital(words, i18n.language) })}
      </Tile>
    </section>
  )
}

function capital(words: string, language: string): string {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1)
}

type TileProps = {
  readonly to: string
  readonly icon: ReactNode
  readonly title: string
  readonly land?: boolean
  readonly children: ReactNode
}

function Tile({ to, icon, title, land = false, children }: TileProps): ReactElement {
  return (
    <Link className="tile" to={to}>
      <span className={land ? 'tile__ico tile__ico--land' : 'tile__ico'}>{icon}</span>
      <span>
        <strong>{title}</strong>
        <span className="t-small soft">{children}</span>
      </span>
      <ChevronRightIcon small />
    </Link>
  )
}
