import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Fold } from '../../ui/assess/fold.tsx'
import { InformationIcon } from '../../ui/icons/first-icons.ts'

const rules = ['median', 'few', 'neither', 'next', 'order', 'strength', 'change', 'never'] as const

/** Every rule behind the result, in plain words. */
export function How(): ReactElement {
  const { t } = useTranslation('result')
  return (
    <Fold Icon={InformationIcon} title={t('how.title')}>
      <div className="prose">
        <ul>
          {rules.map((rule) => (
            <li key={rule}>{t(`how.${rule}`)}</li>
          ))}
        </ul>
      </div>
    </Fold>
  )
}
