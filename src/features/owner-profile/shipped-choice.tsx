import { type ReactElement, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShippedWords } from '../../i18n/profiles.ts'
import { profiles } from '../../instruments/profiles/index.ts'
import { SelectField } from './fields.tsx'
import type { Offer } from './offer-note.tsx'
import { shippedDraft, shippedWith } from './stored.ts'

type Props = { readonly onOffer: (offer: Offer) => void; readonly onOther: () => void; readonly children: ReactNode }

/** Begins anew from one of the profiles that Peil brings along. */
export function ShippedChoice({ onOffer, onOther, children }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const shipped = useShippedWords()
  const [id, setId] = useState(profiles[0]?.id ?? '')
  const nameOf = (each: string): string => shipped.profile(each)?.name ?? each
  const look = async (): Promise<void> => {
    const profile = shippedWith(id)
    if (profile) onOffer({ from: 'shipped', name: nameOf(id), draft: await shippedDraft(profile) })
  }
  return (
    <section className="card form noprint" aria-labelledby="shipped">
      <div>
        <h2 className="t-heading" id="shipped">
          {t('file.shipped')}
        </h2>
        <p className="soft">{t('file.shippedText')}</p>
      </div>
      <SelectField
        id="shipped-choice"
        label={t('file.shippedChoice')}
        value={id}
        choices={profiles.map((each) => ({ value: each.id, label: nameOf(each.id) }))}
        onChange={(chosen) => {
          setId(chosen)
          onOther()
        }}
      />
      <div className="row">
        <button className="ds-button" type="button" data-variant="secondary" onClick={() => void look()}>
          {t('file.shippedButton')}
        </button>
      </div>
      {children}
    </section>
  )
}
