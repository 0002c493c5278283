import type { Pack } from '../domain/instrument/instrument.ts'

/** Screen use and digital judgement. No item holds a number of minutes: the advice differs between countries and years. */
export const screen: Pack = {
  id: 'screen',
  version: '2026.1',
  parts: [
    {
      dimension: 'screen',
      items: [
        { id: 'screen.choosing', version: 1 },
        { id: 'screen.talking-with-homes', version: 1 },
        { id: 'screen.adults-own-use', version: 1 },
      ],
    },
  ],
}
