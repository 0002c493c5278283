import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ExclamationmarkTriangleIcon } from '../../ui/icons/first-icons.ts'
import { mainLanguage } from './draft.ts'
import { type Fault, pathOf } from './faults.ts'
import type { Editing } from './use-editing.ts'

/** What must be put right before the profile can be saved, each with the way to its field. */
export function FaultSummary({ edit }: { readonly edit: Editing }): ReactElement | null {
  const { t } = useTranslation('owner-profile')
  if (edit.faults.length === 0) return null
  const text = ({ kind, said }: Fault): string =>
    kind === 'goal-served-by-nothing' && said ? t('faults.goal-served-by-nothingNamed', { said }) : t(`faults.${kind}`)
  return (
    <section className="note note--danger profile-faults" id="faults" tabIndex={-1} aria-labelledby="faults-title">
      <ExclamationmarkTriangleIcon />
      <h2 className="t-sub" id="faults-title">
        {t('faults.title')}
      </h2>
      <ul>
        {edit.faults.map((fault) => (
          <li key={`${fault.field} ${fault.kind}`}>
            <Link
              className="link"
              to={`${pathOf(fault.place)}#${fault.field}`}
              onClick={() => {
                edit.writeIn(mainLanguage(edit.draft))
                edit.focusOn(fault.field)
              }}
            >
              {text(fault)}
            </Link>{' '}
            <span className="soft">{t(`places.${fault.place}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
