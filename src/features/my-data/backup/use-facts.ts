import { useTranslation } from 'react-i18next'
import { type Account, meetings } from '../../../domain/backup/merge.ts'
import type { Fact } from './facts.tsx'

export function changesSomething({ assessments, goals, places, settings }: Account): boolean {
  return assessments.new + assessments.newer + assessments.both + goals.new + places.new + settings.length > 0
}

/** What taking a backup in does, line by line. */
export function useFacts({ assessments, goals, places, settings }: Account): readonly Fact[] {
  const { t } = useTranslation('backup')
  const named = [
    settings.includes('language') && t('review.setting.language'),
    settings.includes('colorScheme') && t('review.setting.colorScheme'),
  ].filter((name) => name !== false)
  return [
    ...meetings.map((meeting) => ({ label: t(`review.assessments.${meeting}`), value: assessments[meeting] })),
    ...(['new', 'same', 'kept'] as const).map((meeting) => ({ label: t(`review.goals.${meeting}`), value: goals[meeting] })),
    ...(['new', 'same'] as const).map((meeting) => ({ label: t(`review.places.${meeting}`), value: places[meeting] })),
    { label: t('review.settings'), value: named.join(', ') },
  ]
}
