import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PeilDatabase } from '../../../storage/database.ts'
import { listParticipations } from '../../../storage/participations.ts'

type Places = { readonly waiting: number; readonly unused: number; readonly sent: number }

async function count(database: PeilDatabase): Promise<Places> {
  const stages = (await listParticipations(database)).map(({ stage }) => stage)
  const of = (...wanted: readonly string[]): number => stages.filter((stage) => wanted.includes(stage)).length
  return { waiting: of('waiting'), unused: of('joining', 'joined'), sent: of('sent') }
}

/** What becomes of contributions when their person goes: said before, because it cannot be undone. */
export function StaysBehind({ database }: { readonly database: PeilDatabase }): ReactElement | null {
  const { t } = useTranslation('finish')
  const places = useLiveQuery(() => count(database), [database])
  if (places === undefined || places.waiting + places.unused + places.sent === 0) return null
  return (
    <section className="stack-s" aria-labelledby="behind">
      <h2 id="behind" className="t-heading">
        {t('behind.title')}
      </h2>
      {places.waiting > 0 && <p>{t('behind.waiting')}</p>}
      {places.sent > 0 && <p>{t('behind.sent')}</p>}
      {places.unused > 0 && (
        <p>
          {t('behind.unused')}{' '}
          <Link className="link" to="/bidra">
            {t('behind.contribute')}
          </Link>
        </p>
      )}
    </section>
  )
}
