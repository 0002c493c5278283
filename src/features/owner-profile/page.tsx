import '../../ui/group/group.css'
import './profile.css'
import { type ReactElement, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Route, Routes } from 'react-router'
import type { Office } from '../../sync/office.ts'
import { Refused, Waiting } from '../../ui/group/say.tsx'
import { useLoaded } from '../../ui/group/use-loaded.ts'
import type { ShareFile } from '../../ui/use-file-out.ts'
import { FilePage } from './file-page.tsx'
import { places } from './faults.ts'
import { Frame } from './frame.tsx'
import { GoalsPage } from './goals-page.tsx'
import type { Keeper } from './keeper.ts'
import { PlanPage } from './plan-page.tsx'
import { ResourcesPage } from './resources-page.tsx'
import { StepsPage } from './steps-page.tsx'
import { type Stored, readStored } from './stored.ts'
import { useEditing } from './use-editing.ts'

export type ProfilePageProps = {
  readonly office: Office
  readonly municipality: { readonly id: string; readonly name: string }
  readonly now: () => string
  readonly keeper: Keeper
  /** Offers a file to the system's own share sheet. False if it cannot take it. */
  readonly shareFile: ShareFile
}

/** Where an owner says what the municipality has decided: goals, steps to aim for, what to learn from, and its own words. */
export function ProfilePage(props: ProfilePageProps): ReactElement {
  const { t } = useTranslation('group')
  const { office } = props
  const load = useCallback(() => readStored(office), [office])
  const [stored, again] = useLoaded(load)
  if (stored.kind === 'waiting') return <Waiting text={t('waiting')} />
  if (stored.kind === 'refused') {
    const { kind } = stored.error
    return <Refused title={t(`refusal.${kind}.title`)} text={t(`refusal.${kind}.text`)} again={t('again')} onAgain={again} />
  }
  return <Editor {...props} stored={stored.value} />
}

function Editor({ stored, ...props }: ProfilePageProps & { readonly stored: Stored }): ReactElement {
  const { i18n } = useTranslation()
  const { office, municipality, keeper, now } = props
  const edit = useEditing({ office, municipality: municipality.id, stored, keeper }, i18n.language)
  const frame = { edit, municipality: municipality.name, now }
  return (
    <Routes>
      <Route element={<Frame {...frame} />}>
        <Route index element={<PlanPage edit={edit} now={now} />} />
        <Route path={places.goals} element={<GoalsPage edit={edit} />} />
        <Route path={places.steps} element={<StepsPage edit={edit} />} />
        <Route path={places.resources} element={<ResourcesPage edit={edit} now={now} />} />
        <Route path={places.file} element={<FilePage edit={edit} municipality={municipality.name} shareFile={props.shareFile} />} />
        <Route path="*" element={<Navigate to="." replace />} />
      </Route>
    </Routes>
  )
}
