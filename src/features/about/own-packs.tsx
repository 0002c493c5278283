import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '../../storage/device.ts'
import { ownPacksIn } from '../../storage/own-packs.ts'
import { onDevice } from '../../storage/refusals.ts'

/** The sets of questions on this device that Peil did not make, if there are any. */
export function OwnPacks({ database }: Pick<Device, 'database'>): ReactElement | null {
  const { t } = useTranslation('own-pack')
  const read = useLiveQuery(() => onDevice(() => ownPacksIn(database).toArray()), [database])
  const packs = read?.ok === true ? read.value : []
  if (packs.length === 0) return null
  return (
    <section className="stack-s" aria-labelledby="own-packs">
      <h2 id="own-packs" className="t-heading">
        {t('made.title')}
      </h2>
      <p className="measure">{t('made.about')}</p>
      <ul>
        {packs.map(({ sha256, document: { pack } }) => (
          <li key={sha256}>{t('made.one', { id: pack.id, version: pack.version })}</li>
        ))}
      </ul>
    </section>
  )
}
