import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { tiers } from '../../domain/instrument/instrument.ts'
import { withWords } from './draft.ts'
import { TextField } from './fields.tsx'
import type { Editing } from './use-editing.ts'
import { useProfileSay } from './words.ts'

/** What the municipality calls a unit and the roles, where that is not what Peil calls them. */
export function OwnWords({ edit }: { readonly edit: Editing }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const say = useProfileSay()
  const { draft, language } = edit
  const words = draft.words[language]
  return (
    <section className="card form" aria-labelledby="own-words">
      <div>
        <h2 className="t-heading" id="own-words">
          {t('plan.ownWords')}
        </h2>
        <p className="soft">{t('plan.ownWordsHint')}</p>
      </div>
      <TextField
        id="unit"
        label={t('plan.unit')}
        hint={t('plan.unitHint')}
        most={30}
        lang={language}
        value={words?.unit ?? ''}
        onChange={(unit) => edit.change((before) => withWords(before, language, (each) => ({ ...each, unit })))}
      />
      {tiers.map((tier) => (
        <TextField
          key={tier}
          id={`tier-${tier}`}
          label={say.tier(tier)}
          hint={t('plan.tierHint', { word: say.tier(tier) })}
          most={60}
          lang={language}
          value={words?.tiers?.[tier] ?? ''}
          onChange={(text) =>
            edit.change((before) => withWords(before, language, (each) => ({ ...each, tiers: { ...each.tiers, [tier]: text } })))
          }
        />
      ))}
    </section>
  )
}
