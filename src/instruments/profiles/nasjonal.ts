import { areas, dimensions } from '../../domain/instrument/instrument.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { defaultTargets } from '../default-targets.ts'

/** The five goals of the national strategy: for every municipality that has not chosen a profile. */
export const nasjonal: Profile = {
  id: 'nasjonal',
  country: 'NO',
  languages: ['nb', 'nn'],
  proposal: false,
  validFrom: 2023,
  validTo: 2030,
  document: {
    title: 'Strategi for digital kompetanse og infrastruktur i barnehage og skole 2023–2030',
    language: 'nb',
    year: 2023,
    url: 'https://www.regjeringen.no/no/dokumenter/strategi-for-digital-kompetanse-og-infrastruktur-i-barnehage-og-skole/id2972254/',
  },
  goals: [
    { id: 'digital-practice', dimensions: ['1', '2', '4', 'screen'], parts: [] },
    { id: 'professional-competence', dimensions: [...areas, 'ai'], parts: ['resources', 'my-plan'] },
    { id: 'safe-environments', dimensions: ['3', '5', 'privacy', 'screen', 'leadership'], parts: [] },
    { id: 'foundation', dimensions: ['basic-it', 'conditions'], parts: ['needs-page'] },
    { id: 'coherent-services', dimensions: ['6'], parts: ['open-files', 'unit-import'] },
  ],
  guidelines: [
    {
      id: 'pfdk',
      title: 'Rammeverk for lærerens profesjonsfaglige digitale kompetanse',
      language: 'nb',
      url: 'https://www.udir.no/kvalitet-og-kompetanse/digitalisering-skole/rammeverk-larerens-profesjonsfaglige-digitale-komp/',
    },
    {
      id: 'digital-tools-in-kindergarten',
      title: 'Rammeplanen og digitale verktøy i barnehagen',
      language: 'nb',
      url: 'https://udir.no/regelverkstolkninger/barnehage/ovrige-tema/rammeplanen-og-digitale-verktoy-i-barnehagen',
    },
    {
      id: 'ai-in-school',
      title: 'Kunstig intelligens i skolen',
      language: 'nb',
      url: 'https://www.udir.no/kvalitet-og-kompetanse/digitalisering-skole/kunstig-intelligens-i-skolen/',
    },
  ],
  targets: { example: true, kind: 'aim', steps: Object.fromEntries(dimensions.map((each) => [each, defaultTargets(each)])) },
  ownResources: [],
  hiddenResources: [],
  confirmedResources: [],
  contacts: [],
  notes: ['used-by-default', 'as-municipalities-say-it'],
}
