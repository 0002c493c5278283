import type { Pack } from '../domain/instrument/instrument.ts'

/** The areas and their names are the framework's; the items are ours (docs/instrument.md). An id is for ever. */
export const skole: Pack = {
  id: 'skole',
  version: '2026.1',
  parts: [
    {
      dimension: '1',
      items: [
        { id: 'skole.1.subject-learning', version: 1 },
        { id: 'skole.1.digital-skills', version: 1 },
        { id: 'skole.1.programming', version: 1 },
      ],
    },
    {
      dimension: '2',
      items: [
        { id: 'skole.2.algorithms', version: 1 },
        { id: 'skole.2.digital-exclusion', version: 1 },
        { id: 'skole.2.critical-view', version: 1 },
      ],
    },
    {
      dimension: '3',
      items: [
        { id: 'skole.3.photos', version: 1 },
        { id: 'skole.3.sources-and-copyright', version: 1 },
        { id: 'skole.3.ai-in-pupils-work', version: 1 },
      ],
    },
    {
      dimension: '4',
      items: [
        { id: 'skole.4.screen-or-paper', version: 1 },
        { id: 'skole.4.preparing', version: 1 },
        { id: 'skole.4.own-material', version: 1 },
      ],
    },
    {
      dimension: '5',
      items: [
        { id: 'skole.5.leading-with-screens', version: 1 },
        { id: 'skole.5.adapting', version: 1 },
        { id: 'skole.5.feedback', version: 1 },
      ],
    },
    {
      dimension: '6',
      items: [
        { id: 'skole.6.contact-with-homes', version: 1 },
        { id: 'skole.6.sharing-with-colleagues', version: 1 },
        { id: 'skole.6.pupils-arenas', version: 1 },
      ],
    },
    {
      dimension: '7',
      items: [
        { id: 'skole.7.learning-new', version: 1 },
        { id: 'skole.7.trying-out-and-evaluating', version: 1 },
        { id: 'skole.7.developing-together', version: 1 },
      ],
    },
  ],
  vignettes: [
    { id: 'skole.vignette.new-program', item: 'skole.7.learning-new', step: 1 },
    { id: 'skole.vignette.no-photo', item: 'skole.3.photos', step: 3 },
  ],
}
