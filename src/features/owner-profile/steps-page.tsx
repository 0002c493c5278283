import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileTargets } from '../../domain/profile/profile.ts'
import { Segments } from '../../ui/segments.tsx'
import { put } from './draft.ts'
import { TextField } from './fields.tsx'
import { StepsTable } from './steps-table.tsx'
import { noTargets, withTargets } from './targets.ts'
import type { Editing } from './use-editing.ts'
import { useErrors } from './words.ts'

/** The step the municipality aims for, for every role and area; who decided it, and when. */
export function StepsPage({ edit }: { readonly edit: Editing }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const targets = edit.draft.profile.targets ?? noTargets
  return (
    <>
      <p className="profile-measure">{t('steps.order')}</p>
      <section className="card form" aria-labelledby="decision">
        <h2 className="t-heading" id="decision">
          {t('steps.kind')}
        </h2>
        <Segments
          legend={t('steps.kind')}
          name="kind"
          value={targets.kind}
          choices={(['aim', 'minimum'] as const).map((value) => ({ value, label: t(`steps.${value}`) }))}
          onChange={(kind) => edit.change((draft) => withTargets(draft, (before) => ({ ...before, kind })))}
        />
        <Decision edit={edit} targets={targets} />
      </section>
      <StepsTable edit={edit} steps={targets.steps} />
    </>
  )
}

function Decision({ edit, targets }: { readonly edit: Editing; readonly targets: ProfileTargets }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const error = useErrors(edit.faults)
  const change = (next: (before: ProfileTargets) => ProfileTargets): void => edit.change((draft) => withTargets(draft, next))
  return (
    <>
      <div className="stack-s">
        <h3 className="t-sub">{t('steps.decidedLegend')}</h3>
        <Segments
          legend={t('steps.decidedLegend')}
          name="decided"
          value={targets.example ? 'example' : 'decided'}
          choices={(['example', 'decided'] as const).map((value) => ({ value, label: t(`steps.${value}`) }))}
          onChange={(value) =>
            change((before) =>
              value === 'example' ? { ...put(before, 'decided', undefined), example: true } : { ...before, example: false },
            )
          }
        />
        {targets.example && <p className="t-small soft">{t('steps.exampleNote')}</p>}
      </div>
      {!targets.example && (
        <TextField
          id="decided"
          label={t('steps.date')}
          error={error('decided')}
          type="date"
          value={targets.decided ?? ''}
          onChange={(day) => change((before) => put(before, 'decided', day === '' ? undefined : day))}
        />
      )}
    </>
  )
}
