import type { Profile } from '../../domain/profile/profile.ts'
import { commonMinimum } from './common-minimum.ts'
import { strategy2017 } from './strategy-2017.ts'

/** Three focus areas to be reached by 2022, of a Swedish municipality that the document does not name. */
export const seRiktlinje: Profile = {
  id: 'se-riktlinje',
  country: 'SE',
  languages: ['sv'],
  proposal: false,
  validTo: 2022,
  document: { title: 'Riktlinje för digitalisering inom förskola, grundskola, gymnasieskola och vuxenutbildning', language: 'sv' },
  goals: [
    { id: 'competence', dimensions: ['1', '2', '4', 'leadership'], parts: ['course-seats'] },
    { id: 'development', dimensions: ['7'], parts: ['rounds', 'discussion-cards'] },
    { id: 'access-and-use', dimensions: ['basic-it', 'conditions'], parts: ['needs-page', 'resources'] },
  ],
  guidelines: [strategy2017],
  targets: commonMinimum,
  ownResources: [],
  hiddenResources: [],
  confirmedResources: [],
  contacts: ['it-pedagogue', 'it-responsible'],
  notes: ['no-name', 'policy-changed'],
}
