import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Contribution, padContribution } from '../../../src/protocol/contribution.ts'
import { contributionOf, newVersion } from '../../support/contributor.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { joinedBy } from '../../support/joined.ts'

const people = 8

/** Somebody who reads: what is being written cannot be committed meanwhile. */
function readerOf(path: string): { readonly leave: () => void } {
  const file = new DatabaseSync(path)
  file.exec('BEGIN')
  file.prepare('SELECT COUNT(*) AS n FROM nullifier').get()
  return {
    leave: () => {
      file.close()
    },
  }
}

test('a server that is killed with contributions counted and not committed has told nobody, and nothing of them is there', async () => {
  const { beside, server, tokens } = await joinedBy(people)
  const messages = tokens.map((token, at) => contributionOf(token, newVersion(`${at % 5}1234abc`)))
  const [first, ...others] = messages as [Contribution, ...Contribution[]]
  const post = (message: Contribution) =>
    fetch(`${server.origin}/api/v1/contributions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: padContribution(message),
    }).then(
      ({ status }) => status,
      () => 'unanswered',
    )

  await server.start()
  expect(await post(first)).toBe(200)
  const path = join(beside.folder, 'collector.sqlite')
  const reader = readerOf(path)
  const answers = others.map(post)
  // Emptied by every commit.
  while (statSync(`${path}-journal`).size === 0) await delay(5)
  await server.kill()
  expect(await Promise.all(answers)).toEqual(others.map(() => 'unanswered'))
  reader.leave()
  expect(await countersIn(beside.stores.collector)).toEqual(sumsOf([first.values]))

  await server.start()
  expect(await Promise.all(messages.map(post))).toEqual(messages.map(() => 200))
  expect(await countersIn(beside.stores.collector)).toEqual(sumsOf(messages.map(({ values }) => values)))
}, 60_000)
