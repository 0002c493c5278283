import type { Profile } from '../../domain/profile/profile.ts'
import { commonMinimum } from './common-minimum.ts'
import { strategy2017 } from './strategy-2017.ts'

/** Ten goals of a proposal whose time is over. It asks for minimum levels of competence and does not set them. */
export const orebro: Profile = {
  id: 'orebro',
  country: 'SE',
  languages: ['sv'],
  proposal: true,
  validFrom: 2019,
  validTo: 2022,
  document: { title: 'Handlingsplan för digitalisering inom förskola och skola 2019–2022', language: 'sv' },
  goals: [
    { id: 'methods-for-learning', dimensions: ['1', '3', '4', '5'], parts: ['resources', 'course-seats'] },
    { id: 'shared-understanding', dimensions: ['1', '2'], parts: ['discussion-cards'] },
    { id: 'leading-development', dimensions: ['leadership'], parts: [] },
    { id: 'simpler-work', dimensions: ['basic-it'], parts: [] },
    { id: 'development-organisation', dimensions: ['7', 'leadership'], parts: [] },
    { id: 'purchase-and-support', dimensions: ['conditions'], parts: ['needs-page'] },
    { id: 'equal-systems', dimensions: ['basic-it', 'conditions'], parts: ['course-seats'] },
    { id: 'quality-work', dimensions: ['7'], parts: ['rounds'] },
    { id: 'research-and-experience', dimensions: ['7'], parts: ['discussion-cards'] },
    { id: 'contact-with-guardians', dimensions: ['6', 'privacy'], parts: [] },
  ],
  guidelines: [
    strategy2017,
    {
      id: 'skoldigiplan',
      title: '#skolDigiplan – nationell handlingsplan för digitalisering av skolväsendet',
      language: 'sv',
      url: 'https://webbutik.skl.se/bilder/artiklar/pdf/7585-773-2.pdf',
      seen: '2019-06-03',
    },
  ],
  targets: commonMinimum,
  ownResources: [],
  hiddenResources: [],
  confirmedResources: [],
  contacts: ['learning-leads', 'it-support'],
  notes: ['decision-placeholders', 'annex-missing', 'policy-changed'],
}
