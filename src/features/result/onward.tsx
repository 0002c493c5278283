import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { type Instrument, modulesFor } from '../../domain/instrument/instrument.ts'
import type { KeptPack } from '../../domain/instrument/own-pack.ts'
import { useContent } from '../../i18n/content.ts'
import { listIn } from '../../i18n/lists.ts'
import { packAsked } from '../../instruments/packs.ts'
import { type Way, Ways } from './ways.tsx'

type Props = { readonly assessment: Assessment; readonly instrument: Instrument; readonly packs: readonly KeptPack[] }

function useWays({ assessment, instrument, packs }: Props): readonly Way[] {
  const { t } = useTranslation('result')
  const content = useContent()
  const story = instrument.vignettes?.find(({ id }) => assessment.vignettes[id] === undefined)
  const more = modulesFor(assessment.tier).filter((module) => !assessment.modules.includes(module))
  const names = more.map((module) => content.dimension(assessment.sector, module).name)
  const checks = assessment.modules.filter((module) => packAsked(module, packs).check !== undefined)
  return [
    ...(more.length > 0 ? [{ to: '/kartlegging/deler', title: t('onward.parts'), about: listIn(content.language, names) }] : []),
    ...(story ? [{ to: `/kartlegging/fortelling/${story.id}`, title: t('onward.stories'), about: t('onward.storiesAbout') }] : []),
    ...checks.map((module) => ({
      to: `/kunnskap/${module}`,
      title: t('onward.check', { part: content.dimension(assessment.sector, module).name }),
      about: t('onward.checkAbout'),
    })),
  ]
}

/** What a person may go on with, and may leave. */
export function Onward(props: Props): ReactElement | null {
  const { t } = useTranslation('result')
  const ways = useWays(props)
  if (ways.length === 0) return null
  return (
    <section className="stack noprint" aria-labelledby="onward">
      <h2 id="onward" className="t-heading">
        {t('onward.title')}
      </h2>
      <Ways ways={ways} />
    </section>
  )
}
