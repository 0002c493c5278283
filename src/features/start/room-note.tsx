import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ExclamationmarkTriangleIcon } from '../../ui/icons/first-icons.ts'

/** So little room is left that something may not be saved. */
export function RoomNote({ room }: { readonly room: number }): ReactElement {
  const { t } = useTranslation('keeping')
  return (
    <section className="note note--land" aria-labelledby="room">
      <ExclamationmarkTriangleIcon />
      <h2 id="room" className="t-sub">
        {t('room.title')}
      </h2>
      <p className="t-small">{t('room.body', { room })}</p>
    </section>
  )
}
