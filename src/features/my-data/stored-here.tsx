import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import { type Holdings, countHoldings } from '../../storage/erase.ts'
import { inUse } from '../../storage/in-use.ts'
import { loadPlan } from '../../storage/plans.ts'

const kinds = ['assessments', 'plans', 'participations', 'rounds', 'settings'] as const

/** A plan is one row; a person counts its goals. */
async function look(database: PeilDatabase): Promise<Holdings> {
  const [holdings, plan, settings] = await Promise.all([
    countHoldings(database),
    loadPlan(database),
    database.settings.toCollection().primaryKeys(),
  ])
  const chosen = settings.filter((key) => key !== inUse).length
  return { ...holdings, settings: chosen, ...(plan.ok && { plans: plan.value.goals.length }) }
}

/** What lies on the device, in words and numbers. */
export function StoredHere({ database }: { readonly database: PeilDatabase }): ReactElement {
  const { t } = useTranslation(['my-data', 'own-pack'])
  const holdings = useLiveQuery(() => look(database), [database])
  const counts = holdings ?? {}
  return (
    <section className="stack-s" aria-labelledby="stored">
      <h2 id="stored" className="t-heading">
        {t('stored.title')}
      </h2>
      <dl className="settings holdings">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`stored.${kind}`)}</dt>
            <dd className="num">{counts[kind] ?? 0}</dd>
          </div>
        ))}
        {(counts['packs'] ?? 0) > 0 && (
          <div>
            <dt>{t('own-pack:stored')}</dt>
            <dd className="num">{counts['packs']}</dd>
          </div>
        )}
      </dl>
      <p className="t-small soft">{t('stored.where')}</p>
    </section>
  )
}
