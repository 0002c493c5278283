import type { Pack } from '../domain/instrument/instrument.ts'

/** Equipment, time, help, agreements and support at work. It describes the workplace, and is never shown as competence. */
export const conditions: Pack = {
  id: 'conditions',
  version: '2026.1',
  parts: [
    {
      dimension: 'conditions',
      items: [
        { id: 'conditions.equipment', version: 1 },
        { id: 'conditions.time', version: 1 },
        { id: 'conditions.support', version: 1 },
        { id: 'conditions.guideline', version: 1 },
        { id: 'conditions.leader-support', version: 1 },
      ],
    },
  ],
}
