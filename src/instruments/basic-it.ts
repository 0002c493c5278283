import type { Pack } from '../domain/instrument/instrument.ts'

/**
 * Getting equipment and programs to work: a scale of its own, shown apart from professional digital competence.
 * A higher step is not more technology, but managing, judging and helping others.
 */
export const basicIt: Pack = {
  id: 'basic-it',
  version: '2026.1',
  parts: [
    {
      dimension: 'basic-it',
      items: [
        { id: 'basic-it.finding-files', version: 1 },
        { id: 'basic-it.messages-and-meetings', version: 1 },
        { id: 'basic-it.making-documents', version: 1 },
        { id: 'basic-it.keeping-safe', version: 1 },
        { id: 'basic-it.solving-problems', version: 1 },
      ],
    },
  ],
  check: [
    { id: 'basic-it.check.suspicious-message', right: 2 },
    { id: 'basic-it.check.updates', right: 0 },
    { id: 'basic-it.check.writing-together', right: 1 },
    { id: 'basic-it.check.strong-password', right: 2 },
    { id: 'basic-it.check.asking-for-help', right: 1 },
  ],
}
