import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Resource, isChecked } from '../../domain/resource/resource.ts'
import { wholeDate } from '../../i18n/dates.ts'
import { inSentence } from '../../i18n/in-sentence.ts'
import { listIn } from '../../i18n/lists.ts'
import { OutwardLink } from '../../ui/outward-link.tsx'
import { useProfileSay } from './words.ts'

type Props = { readonly resource: Resource; readonly line: string | undefined }

/** What a resource is, whom it is for, and the way there, which leaves Peil. Drawn once: there are many, and none changes while somebody writes. */
export const ResourceFacts = memo(function ResourceFacts({ resource, line }: Props) {
  const { t, i18n } = useTranslation(['owner-profile', 'resources'])
  const say = useProfileSay()
  const list = (names: readonly string[]): string => listIn(i18n.language, names)
  const facts = [
    t(`resources:kinds.${resource.kind}`),
    t('resources.for', { sectors: list(resource.sectors.map((each) => inSentence(say.sector(each), i18n.language))) }),
    t('resources.languages', { languages: list(resource.languages.map(say.language)) }),
    t(`resources:login.${resource.login}`),
    ...(isChecked(resource) ? [t('resources.seen', { date: wholeDate(resource.checkedAt, i18n.language).replaceAll(' ', '\u00a0') })] : []),
  ]
  return (
    <>
      <h4>
        <OutwardLink url={resource.url} text={resource.name} leaves={t('resources:newTab')} lang={resource.languages[0] ?? i18n.language} />
      </h4>
      {line && <p>{line}</p>}
      <p className="t-small soft">{facts.join(' · ')}</p>
      <p className="t-small soft">{resource.dimensions.map(say.short).join(' · ')}</p>
    </>
  )
})
