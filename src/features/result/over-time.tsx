import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { Ways } from './ways.tsx'

type Props = { readonly assessment: Assessment; readonly earlier: Assessment | undefined }

/** Whether the last time may stand beside this one: the same work, so that the steps say the same. */
export function isSameWork({ sector, tier }: Assessment, earlier: Assessment): boolean {
  return sector === earlier.sector && tier === earlier.tier
}

/** The way to what was before, and why it does not stand beside, where it does not. */
export function OverTime({ assessment, earlier }: Props): ReactElement | null {
  const { t } = useTranslation('result')
  if (earlier === undefined) return null
  const ways = [
    { to: '/resultat/over-tid', title: t('history.link'), about: t('history.linkAbout') },
    ...(earlier.sector === assessment.sector
      ? [{ to: '/resultat/tilbakeblikk', title: t('lookBack.title'), about: t('lookBack.linkAbout') }]
      : []),
  ]
  return (
    <section className="stack-s noprint" aria-labelledby="over-time">
      <h2 id="over-time" className="t-heading">
        {t('history.title')}
      </h2>
      {!isSameWork(assessment, earlier) && <p className="t-small soft">{t('notes.otherWork')}</p>}
      <Ways ways={ways} />
    </section>
  )
}
