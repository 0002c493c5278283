import { expect, test } from 'vitest'
import english from '../../locales/en/contribute.json' with { type: 'json' }
import bokmal from '../../locales/nb/contribute.json' with { type: 'json' }
import { joinRefusals, outcomes, troubles } from '../../src/protocol/participation.ts'
import { joined } from '../../src/protocol/round.ts'
import type { StatusKind } from '../../src/sync/status.ts'

const waits: readonly StatusKind[] = [
  'joining',
  'joining-waits-for-network',
  'joined',
  'waiting-a-while',
  'waiting-for-colleagues',
  'waiting-for-network',
  'sending',
  'withdrawing',
  'withdrawing-waits-for-network',
  'sent',
  ...outcomes,
  ...troubles,
]

test.each([
  ['nb', bokmal],
  ['en', english],
])('every status, refusal and figure has a text in %s', (_language, words) => {
  const kinds: Record<string, { title: string; body: string } | undefined> = words.status.kind
  for (const kind of waits) expect([kind, kinds[kind]?.title, kinds[kind]?.body]).toEqual([kind, expect.any(String), expect.any(String)])
  expect(Object.keys(words.status.place)).toEqual([...joinRefusals])
  for (const figure of joined.options) expect(words.facts.figure[figure]).toContain('{{slips}}')
})
