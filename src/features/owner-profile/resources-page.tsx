import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resources } from '../../instruments/resources.ts'
import { nameOfLanguage } from '../../i18n/languages.ts'
import { Chooser } from '../../ui/group/chooser.tsx'
import { InformationIcon } from '../../ui/icons/first-icons.ts'
import { type Wanted, groupsOf, markOf, shows, wantAll } from './catalogue.ts'
import { OwnResources } from './own-resources.tsx'
import { ResourceRow } from './resource-row.tsx'
import type { Editing } from './use-editing.ts'
import { useProfileSay } from './words.ts'

type Props = { readonly edit: Editing; readonly now: () => string }

/** What staff are offered to learn from: the municipality's own, and Peil's, confirmed or hidden. */
export function ResourcesPage({ edit, now }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const [wanted, setWanted] = useState(wantAll)
  const groups = groupsOf(resources, wanted, edit.draft.profile)
  const shown = groups.flatMap((group) => group.resources).length
  return (
    <>
      <Unchecked edit={edit} />
      <OwnResources edit={edit} now={now} />
      <section className="stack" aria-labelledby="shipped">
        <h2 className="t-heading" id="shipped">
          {t('resources.shipped')}
        </h2>
        <Filters wanted={wanted} onWant={setWanted} />
        <p className="t-small soft" role="status">
          {shown === 0 ? t('resources.none') : t('resources.shown', { shown, all: resources.length })}
        </p>
        {groups.map(({ owner, resources: found }) => (
          <section key={owner} className="stack-s">
            <h3 className="t-sub">{owner}</h3>
            <ul className="card card--flush resources">
              {found.map((resource) => (
                <ResourceRow key={resource.id} edit={edit} resource={resource} />
              ))}
            </ul>
          </section>
        ))}
      </section>
    </>
  )
}

/** How many wait for an owner, and why. Nothing where none does. */
function Unchecked({ edit }: { readonly edit: Editing }): ReactElement | null {
  const { t } = useTranslation('owner-profile')
  const waiting = resources.filter((each) => markOf(each, edit.draft.profile) === 'unchecked').length
  if (waiting === 0) return null
  return (
    <div className="note note--land noprint">
      <InformationIcon />
      <p>{t('resources.unchecked', { count: waiting })}</p>
    </div>
  )
}

type FilterProps = { readonly wanted: Wanted; readonly onWant: (wanted: Wanted) => void }

function Filters({ wanted, onWant }: FilterProps): ReactElement {
  const { t } = useTranslation('owner-profile')
  const say = useProfileSay()
  const languages = [...new Set(resources.flatMap((each) => each.languages))]
  const all = { id: 'all', name: t('resources.all') } as const
  const named = (choices: readonly { value: string; label: string }[]) => choices.map(({ value, label }) => ({ id: value, name: label }))
  const set = (field: keyof Wanted) => (value: string) => onWant({ ...wanted, [field]: value })
  return (
    <div className="choosers noprint" role="group" aria-label={t('resources.filters')}>
      <Chooser
        label={t('resources.show')}
        value={wanted.show}
        choices={shows.map((id) => ({ id, name: t(`resources.shows.${id}`) }))}
        onChange={set('show')}
      />
      <Chooser label={t('resources.area')} value={wanted.area} choices={[all, ...named(say.dimensions)]} onChange={set('area')} />
      <Chooser label={t('resources.sector')} value={wanted.sector} choices={[all, ...named(say.sectors)]} onChange={set('sector')} />
      <Chooser
        label={t('resources.language')}
        value={wanted.language}
        choices={[all, ...languages.map((id) => ({ id, name: nameOfLanguage(id) }))]}
        onChange={set('language')}
      />
    </div>
  )
}
