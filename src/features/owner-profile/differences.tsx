import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollFrame } from '../../ui/group/scroll-frame.tsx'
import type { Difference } from './lines.ts'

type Props = { readonly differences: readonly Difference[]; readonly one: string; readonly other: string }

/** What two profiles say differently, side by side. */
export function Differences({ differences, one, other }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  if (differences.length === 0) return <p>{t('differences.nothingElse')}</p>
  return (
    <ScrollFrame name={t('differences.frame')}>
      <table className="differences">
        <caption className="sr">{t('differences.frame')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('differences.what')}</th>
            <th scope="col">{one}</th>
            <th scope="col">{other}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each) => (
            <tr key={each.key}>
              <th scope="row">{each.label}</th>
              <Side of={one} says={each.one} />
              <Side of={other} says={each.other} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** `of` stands above the words where the columns stand below each other. */
function Side({ of, says }: { readonly of: string; readonly says: string | undefined }): ReactElement {
  const { t } = useTranslation('owner-profile')
  return (
    <td>
      <span className="differences__of" aria-hidden="true">
        {of}
      </span>
      {says ?? <span className="soft">{t('differences.nothing')}</span>}
    </td>
  )
}
