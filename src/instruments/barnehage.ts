import type { Pack } from '../domain/instrument/instrument.ts'

/**
 * The areas are the framework's, in our wording for kindergartens; the items are ours (docs/instrument.md).
 * An id is for ever: what an item means never changes under it.
 */
export const barnehage: Pack = {
  id: 'barnehage',
  version: '2026.1',
  parts: [
    {
      dimension: '1',
      items: [
        { id: 'barnehage.1.play-and-topics', version: 1 },
        { id: 'barnehage.1.creating', version: 1 },
        { id: 'barnehage.1.exploring', version: 1 },
      ],
    },
    {
      dimension: '2',
      items: [
        { id: 'barnehage.2.media-experiences', version: 1 },
        { id: 'barnehage.2.belonging', version: 1 },
        { id: 'barnehage.2.critical-view', version: 1 },
      ],
    },
    {
      dimension: '3',
      items: [
        { id: 'barnehage.3.photo-consent', version: 1 },
        { id: 'barnehage.3.sources-and-rights', version: 1 },
        { id: 'barnehage.3.childs-voice', version: 1 },
      ],
    },
    {
      dimension: '4',
      items: [
        { id: 'barnehage.4.choosing-tools', version: 1 },
        { id: 'barnehage.4.planning', version: 1 },
        { id: 'barnehage.4.own-material', version: 1 },
      ],
    },
    {
      dimension: '5',
      items: [
        { id: 'barnehage.5.being-with', version: 1 },
        { id: 'barnehage.5.everyone-takes-part', version: 1 },
        { id: 'barnehage.5.frames', version: 1 },
      ],
    },
    {
      dimension: '6',
      items: [
        { id: 'barnehage.6.contact-with-homes', version: 1 },
        { id: 'barnehage.6.sharing-with-colleagues', version: 1 },
        { id: 'barnehage.6.talking-about-media', version: 1 },
      ],
    },
    {
      dimension: '7',
      items: [
        { id: 'barnehage.7.learning-new', version: 1 },
        { id: 'barnehage.7.trying-out-and-evaluating', version: 1 },
        { id: 'barnehage.7.developing-together', version: 1 },
      ],
    },
  ],
  vignettes: [
    { id: 'barnehage.vignette.rain-clothes', item: 'barnehage.6.contact-with-homes', step: 1 },
    { id: 'barnehage.vignette.snails', item: 'barnehage.1.exploring', step: 3 },
  ],
}
