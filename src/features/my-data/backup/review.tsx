import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../domain/backup/merge.ts'
import { wholeDate } from '../../../i18n/dates.ts'
import type { BackupContents } from '../../../protocol/backup.ts'
import type { PeilDatabase } from '../../../storage/database.ts'
import type { OpenRefusal } from '../../../storage/open-backup.ts'
import { type TakeInRefusal, takeBackupIn } from '../../../storage/take-backup-in.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Facts } from './facts.tsx'
import { Stage } from './stage.tsx'
import { changesSomething, useFacts } from './use-facts.ts'

/** Why an unlocked file is not taken in. */
export type RefusalKind = OpenRefusal['kind'] | TakeInRefusal['kind']

type Props = {
  readonly database: PeilDatabase
  readonly contents: BackupContents
  readonly account: Account
  readonly onTakenIn: (account: Account) => Promise<void>
  readonly onClose: () => void
}

/** Everything that will happen, before it does. */
export function Review({ database, contents, account, onTakenIn, onClose }: Props): ReactElement {
  const { t, i18n } = useTranslation('backup')
  const facts = useFacts(account)
  const [refusal, setRefusal] = useState<TakeInRefusal['kind']>()
  const [isWorking, setWorking] = useState(false)
  const take = async (): Promise<void> => {
    if (isWorking) return
    setRefusal(undefined)
    setWorking(true)
    const taken = await takeBackupIn(database, contents)
    setWorking(false)
    if (taken.ok) await onTakenIn(taken.value)
    else setRefusal(taken.error.kind)
  }
  const changes = changesSomething(account)
  return (
    <Stage title={t('review.title')}>
      <p>{t('review.made', { date: wholeDate(contents.madeAt, i18n.language) })}</p>
      <Facts facts={facts} />
      <Remarks account={account} />
      {!changes && <p>{t('review.nothing')}</p>}
      {refusal && <Alert>{t(`takeIn.refused.${refusal}`)}</Alert>}
      <div className="row">
        {changes && (
          <button className="ds-button" type="button" data-variant="primary" onClick={() => void take()}>
            {t('review.go')}
          </button>
        )}
        <button className="ds-button" type="button" data-variant="tertiary" onClick={onClose}>
          {changes ? t('cancel') : t('close')}
        </button>
      </div>
      <p role="status" className="t-small soft">
        {isWorking && t('review.working')}
      </p>
    </Stage>
  )
}

/** What the numbers do not say by themselves. */
function Remarks({ account }: { readonly account: Account }): ReactElement | undefined {
  const { t } = useTranslation('backup')
  const { answersReplaced, isTwiceUnderWay, goals, places } = account
  const remarks = [
    answersReplaced > 0 && t('review.answers', { count: answersReplaced }),
    isTwiceUnderWay && t('review.twice'),
    goals.putAside > 0 && t('review.putAside', { count: goals.putAside }),
    places.new > 0 && t('review.moved'),
  ].filter((remark) => remark !== false)
  if (remarks.length === 0) return undefined
  return (
    <ul className="remarks">
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  )
}
