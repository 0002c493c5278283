import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import { eraseEverything } from '../../storage/erase.ts'
import { Erasing } from './erasing.tsx'

type Props = { readonly database: PeilDatabase; readonly onErased: () => void }

/** Deletes everything on the device. */
export function Erase({ database, onErased }: Props): ReactElement {
  const { t } = useTranslation('my-data')
  return (
    <Erasing words={t('erase', { returnObjects: true })} erase={() => eraseEverything(database)} onErased={onErased}>
      <p>{t('erase.body')}</p>
      <p className="t-small soft">{t('erase.counted')}</p>
    </Erasing>
  )
}
