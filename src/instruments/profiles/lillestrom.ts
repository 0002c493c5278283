import { areas } from '../../domain/instrument/instrument.ts'
import type { Profile } from '../../domain/profile/profile.ts'

/** Five goals, in the order of the national ones and for after-school programmes too. */
export const lillestrom: Profile = {
  id: 'lillestrom',
  country: 'NO',
  languages: ['nb', 'nn'],
  proposal: false,
  validFrom: 2026,
  validTo: 2035,
  document: { title: 'Digital strategi for barnehager, skoler og SFO i Lillestrøm kommune', language: 'nb' },
  goals: [
    { id: 'digital-competence', dimensions: ['1', '2', '4', 'screen'], parts: [] },
    { id: 'professional-competence', dimensions: [...areas, 'ai', 'leadership'], parts: ['resources', 'course-seats'] },
    { id: 'digital-environments', dimensions: ['3', '5', 'privacy', 'screen'], parts: [] },
    { id: 'foundation', dimensions: ['basic-it', 'conditions'], parts: ['needs-page'] },
    { id: 'coherence', dimensions: ['6', 'privacy'], parts: ['open-files', 'unit-import'] },
  ],
  guidelines: [],
  ownResources: [],
  hiddenResources: [],
  confirmedResources: [],
  contacts: ['app-council', 'digital-guide', 'user-support'],
  notes: ['summary-only'],
}
