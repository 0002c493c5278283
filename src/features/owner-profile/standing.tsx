import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { statusOf } from '../../domain/profile/profile.ts'
import { useShippedWords } from '../../i18n/profiles.ts'
import { CompassIcon } from '../../ui/icons/first-icons.ts'
import { shippedWith } from './stored.ts'
import type { Editing } from './use-editing.ts'

type Props = { readonly edit: Editing; readonly now: () => string }

/** Which profile this one is made from, whether it is in force, and whether it is the municipality's own. */
export function Standing({ edit, now }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const shipped = useShippedWords()
  const { profile } = edit.draft
  const { validFrom, validTo } = profile
  const period = validFrom === undefined ? t('plan.until', { to: validTo }) : `${validFrom}–${validTo}`
  const based = shippedWith(profile.id) && shipped.profile(profile.id)?.name
  const isOwn = edit.stored.isOwn || edit.isChanged
  return (
    <section className="note" aria-labelledby="standing">
      <CompassIcon />
      <h2 className="t-sub" id="standing">
        {based === undefined ? t('plan.ownOnly') : t('plan.based', { name: based })}
      </h2>
      <p>{t(`plan.status.${statusOf(profile, new Date(now()).getFullYear())}`, { period })}</p>
      <p className="t-small">{isOwn ? t('plan.own') : t('plan.shipped')}</p>
    </section>
  )
}
