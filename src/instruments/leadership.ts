import type { Pack } from '../domain/instrument/instrument.ts'

/** Leading digital development, asked of leaders and owners. */
export const leadership: Pack = {
  id: 'leadership',
  version: '2026.1',
  parts: [
    {
      dimension: 'leadership',
      items: [
        { id: 'leadership.direction', version: 1 },
        { id: 'leadership.needs', version: 1 },
        { id: 'leadership.learning-together', version: 1 },
        { id: 'leadership.safe-frames', version: 1 },
        { id: 'leadership.equal-offer', version: 1 },
        { id: 'leadership.follow-up', version: 1 },
      ],
    },
  ],
}
