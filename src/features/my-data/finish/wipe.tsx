import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Result, ok } from '../../../domain/result.ts'
import type { Erased } from '../../../storage/erase.ts'
import type { Remains } from '../../../storage/leave.ts'
import type { StorageRefusal } from '../../../storage/refusals.ts'
import { Erasing } from '../erasing.tsx'

export type WipeProps = {
  /** Takes the person off the device, and counts what is left of them. */
  readonly leave: () => Promise<Result<Remains, StorageRefusal>>
  /** Nothing is left. */
  readonly onLeft: () => void
}

/** Deletes what is the person's. */
export function Wipe({ leave, onLeft }: WipeProps): ReactElement {
  const { t } = useTranslation('finish')
  const erase = async (): Promise<Result<Erased, StorageRefusal>> => {
    const left = await leave()
    return left.ok ? ok(left.value.rows === 0 ? 'nothing-left' : 'left-over') : left
  }
  return (
    <Erasing words={t('wipe', { returnObjects: true })} isMain erase={erase} onErased={onLeft}>
      <p>{t('wipe.body')}</p>
    </Erasing>
  )
}
