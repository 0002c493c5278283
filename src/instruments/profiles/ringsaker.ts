import { areas } from '../../domain/instrument/instrument.ts'
import type { Profile } from '../../domain/profile/profile.ts'

/** Six focus areas. The second is about kindergartens only, the third and the fourth about schools. */
export const ringsaker: Profile = {
  id: 'ringsaker',
  country: 'NO',
  languages: ['nb', 'nn'],
  proposal: false,
  validFrom: 2025,
  validTo: 2030,
  document: {
    title: 'Handlingsplan for digital kompetanse og infrastruktur i barnehage og skole for Ringsaker kommune 2025–2030',
    language: 'nb',
  },
  goals: [
    { id: 'professional-competence', dimensions: [...areas, 'leadership'], parts: ['my-plan', 'course-seats'] },
    { id: 'kindergarten-practice', dimensions: ['1', '4', '6', 'screen'], parts: ['discussion-cards'], sectors: ['barnehage'] },
    { id: 'school-practice', dimensions: ['1', '2', '4', '5', '6', 'ai'], parts: ['discussion-cards'], sectors: ['skole'] },
    { id: 'learning-resources', dimensions: ['4', '5', 'privacy'], parts: [], sectors: ['skole'] },
    { id: 'foundation', dimensions: ['basic-it', 'ai', 'conditions'], parts: ['needs-page'] },
    { id: 'privacy-and-security', dimensions: ['3', 'privacy'], parts: [] },
  ],
  guidelines: [
    {
      id: 'quality-work',
      title: 'Hva er kvalitet?',
      language: 'nb',
      url: 'https://www.udir.no/kvalitet-og-kompetanse/hva-er-kvalitet/',
    },
    {
      id: 'ai-in-school',
      title: 'Kunstig intelligens i skolen',
      language: 'nb',
      url: 'https://www.udir.no/kvalitet-og-kompetanse/digitalisering-skole/kunstig-intelligens-i-skolen/',
    },
  ],
  ownResources: [],
  hiddenResources: [],
  confirmedResources: [],
  contacts: [],
  notes: ['two-periods', 'no-screen-numbers'],
}
