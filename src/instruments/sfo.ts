import type { Pack } from '../domain/instrument/instrument.ts'

/** The areas are the framework's, in our wording for SFO; the items are ours. Every item is for everyone, with own words for those who lead it. */
export const sfo: Pack = {
  id: 'sfo',
  version: '2026.1',
  parts: [
    {
      dimension: '1',
      items: [
        { id: 'sfo.1.making', version: 1 },
        { id: 'sfo.1.movement', version: 1 },
        { id: 'sfo.1.getting-stuck', version: 1 },
      ],
    },
    {
      dimension: '2',
      items: [
        { id: 'sfo.2.games-and-trends', version: 1 },
        { id: 'sfo.2.ads-and-buying', version: 1 },
        { id: 'sfo.2.different-homes', version: 1 },
      ],
    },
    {
      dimension: '3',
      items: [
        { id: 'sfo.3.photos', version: 1 },
        { id: 'sfo.3.online-conduct', version: 1 },
        { id: 'sfo.3.true-or-false', version: 1 },
      ],
    },
    {
      dimension: '4',
      items: [
        { id: 'sfo.4.late-afternoon', version: 1 },
        { id: 'sfo.4.films-and-games', version: 1 },
        { id: 'sfo.4.planning', version: 1 },
      ],
    },
    {
      dimension: '5',
      items: [
        { id: 'sfo.5.gaming-corner', version: 1 },
        { id: 'sfo.5.everyone-takes-part', version: 1 },
        { id: 'sfo.5.own-devices', version: 1 },
      ],
    },
    {
      dimension: '6',
      items: [
        { id: 'sfo.6.messages-with-homes', version: 1 },
        { id: 'sfo.6.working-with-school', version: 1 },
        { id: 'sfo.6.sharing-with-colleagues', version: 1 },
      ],
    },
    {
      dimension: '7',
      items: [
        { id: 'sfo.7.learning-new', version: 1 },
        { id: 'sfo.7.looking-back', version: 1 },
        { id: 'sfo.7.shared-rules', version: 1 },
      ],
    },
  ],
  vignettes: [
    { id: 'sfo.vignette.recording', item: 'sfo.1.making', step: 2 },
    { id: 'sfo.vignette.last-hour', item: 'sfo.4.late-afternoon', step: 3 },
  ],
}
