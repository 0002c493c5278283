import { type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { InformationIcon } from '../../ui/icons/first-icons.ts'
import { Differences } from './differences.tsx'
import { type Draft } from './draft.ts'
import { differencesOf } from './lines.ts'
import type { Editing } from './use-editing.ts'
import { useProfileSay } from './words.ts'

/** A profile from elsewhere that could take this one's place. */
export type Offer = { readonly from: 'file' | 'shipped'; readonly name: string; readonly draft: Draft }

type Props = { readonly edit: Editing; readonly offer: Offer; readonly onClose: () => void }

/** What would change if the offer were taken. It is taken into what is being written, not saved. */
export function OfferNote({ edit, offer, onClose }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const say = useProfileSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [offer])
  const { from, name: file, draft } = offer
  const differences = differencesOf(edit.draft, draft, say)
  const count = differences.length
  const [same, changes] =
    from === 'file' ? (['file.same', 'file.changes'] as const) : (['file.shippedSame', 'file.shippedChanges'] as const)
  const accept = (): void => {
    const { draft: before } = edit
    edit.change(() => draft, { text: t('file.accepted'), undo: () => before })
    onClose()
    edit.focusOn('save')
  }
  return (
    <section className="note note--land profile-conflict" aria-labelledby="offer">
      <InformationIcon />
      <h3 className="t-sub" id="offer" ref={heading} tabIndex={-1}>
        {count === 0 ? t(same, { file }) : t(changes, { file, count })}
      </h3>
      {count > 0 && (
        <Differences
          differences={differences}
          one={t('differences.here')}
          other={from === 'file' ? t('differences.file') : t('differences.shipped')}
        />
      )}
      <div className="row">
        {count > 0 && (
          <button className="ds-button" type="button" data-variant="secondary" onClick={accept}>
            {t('file.accept')}
          </button>
        )}
        <button className="ds-button" type="button" data-variant="tertiary" onClick={onClose}>
          {t('file.reject')}
        </button>
      </div>
    </section>
  )
}
