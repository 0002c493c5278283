import type { Pack } from '../domain/instrument/instrument.ts'

/** Artificial intelligence: knowing what it is, and choosing it or not by the rules that hold here. */
export const ai: Pack = {
  id: 'ai',
  version: '2026.1',
  parts: [
    {
      dimension: 'ai',
      items: [
        { id: 'ai.understanding', version: 1 },
        { id: 'ai.what-to-type', version: 1 },
        { id: 'ai.checking-answers', version: 1 },
        { id: 'ai.with-children', version: 1 },
      ],
    },
  ],
  check: [
    { id: 'ai.check.how-it-answers', right: 1 },
    { id: 'ai.check.without-names', right: 2 },
    { id: 'ai.check.invented-source', right: 0 },
    { id: 'ai.check.detectors', right: 2 },
    { id: 'ai.check.bias', right: 1 },
  ],
}
