import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuidelineLink, Profile } from '../../domain/profile/profile.ts'
import { wholeDate } from '../../i18n/dates.ts'
import type { ProfileReading } from '../../i18n/profiles.ts'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'

type Props = { readonly profile: Profile; readonly said: ProfileReading }

/** Where the goals come from, what to know about the document, who can help, and links out of Peil. */
export function GoalDocument({ profile, said }: Props): ReactElement {
  const { t } = useTranslation('owner')
  const { document, notes, contacts, targets, guidelines } = profile
  const links = [...(document.url === undefined ? [] : [{ ...document, id: 'document', url: document.url }]), ...guidelines]
  const minimum = targets?.kind === 'minimum' ? 'minimum' : 'examples'
  return (
    <details className="fold goal-document">
      <summary>
        {t('goals.about.title')}
        <ChevronDownIcon small />
      </summary>
      <div className="stack-s">
        <p>{t('goals.document', { document: document.title })}</p>
        {notes.map((note) => (
          <p key={note}>{said.note(note)}</p>
        ))}
        {targets?.example !== false && <p>{t(`goals.about.${minimum}`)}</p>}
        {contacts.length > 0 && (
          <>
            <p>{t('goals.about.contacts')}</p>
            <ul className="needs-explain__list">
              {contacts.map((contact) => (
                <li key={contact}>{said.contact(contact)}</li>
              ))}
            </ul>
          </>
        )}
        {links.length > 0 && (
          <>
            <p>{t('goals.about.links')}</p>
            <ul className="goal-links">
              {links.map((link) => (
                <DocumentLink key={link.id} link={link} />
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  )
}

function DocumentLink({ link: { title, language, url, seen } }: { readonly link: GuidelineLink }): ReactElement {
  const { t, i18n } = useTranslation('owner')
  return (
    <li>
      <a href={url} hrefLang={language} rel="noreferrer">
        {t('goals.about.link', { title })}
      </a>{' '}
      <span className="soft">
        {seen === undefined ? t('goals.about.unchecked') : t('goals.about.seen', { date: wholeDate(seen, i18n.language) })}
      </span>
    </li>
  )
}
