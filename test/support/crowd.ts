import { EventEmitter, once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { type Contribution, padContribution } from '../../src/protocol/contribution.ts'
import type { Round } from '../../src/protocol/round.ts'
import { type Token, type Version, contributionOf, finishJoining, issueMessage, newVersion, prepareJoining } from './contributor.ts'

export type Places = { readonly issuers: readonly string[]; readonly collectors: readonly string[] }

/** What the crowd has seen: answers by status, and how many requests had none. */
export type Seen = { readonly statuses: Map<number, number>; unanswered: number }

export type Crowd = {
  readonly seen: Seen
  /** Joins and contributes for every code, then changes, withdraws and comes back, until `enough`. Nothing is left under way. */
  readonly contribute: (enough: () => boolean) => Promise<void>
  /** Waits until so many more messages have been acknowledged. */
  readonly after: (messages: number) => Promise<void>
  /** What each person was told is counted. */
  readonly acknowledged: () => readonly Version[]
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T
const oneIn = (many: number): boolean => Math.random() < 1 / many

const values = Array.from('01234abcde-')
/** People change their tier, too. */
function someVersion(tiers: readonly string[]): Version {
  const more = Array.from({ length: 7 }, () => pick(values)).join('')
  return newVersion(`${pick(['0', 'a'])}${more}`, tiers.length === 0 ? '-' : String(Math.floor(Math.random() * tiers.length)))
}

/**
 * Devices that behave as badly as devices may: each message goes out twice or three times, to any of the servers, old ones among them;
 * some do not wait for the answer; all send a message until it is acknowledged, and only then the next.
 * @param devices how many send at once
 */
export function gather(places: Places, round: Round, unit: string, codes: readonly string[], devices: number): Crowd {
  const seen: Seen = { statuses: new Map(), unanswered: 0 }
  const underWay = new Set<Promise<unknown>>()
  const tiers = round.units.find((each) => each.unit === unit)?.tiers ?? []
  const people = new Map<string, Version>()
  let acknowledgements = 0
  const acknowledging = new EventEmitter()

  async function post(origins: readonly string[], path: string, body: string): Promise<Response | undefined> {
    const hangsUp = oneIn(10) ? { signal: AbortSignal.timeout(Math.ceil(Math.random() * 10)) } : {}
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body, ...hangsUp }
    const reply = await fetch(`${pick(origins)}/api/v1${path}`, request).catch(() => undefined)
    // A server that dies may have sent the head of its answer only.
    const text = await reply?.text().catch(() => undefined)
    if (reply === undefined || text === undefined) {
      seen.unanswered += 1
      return undefined
    }
    seen.statuses.set(reply.status, (seen.statuses.get(reply.status) ?? 0) + 1)
    if (reply.status === 503 && reply.headers.get('retry-after') === null) throw new Error('it does not say when to try again')
    return new Response(text, { status: reply.status })
  }
  function started(request: Promise<Response | undefined>): Promise<Response | undefined> {
    const settled = request.finally(() => underWay.delete(settled))
    underWay.add(settled)
    return settled
  }
  async function untilAcknowledged(send: () => Promise<Response | undefined>): Promise<Response> {
    for (;;) {
      const copies = Array.from({ length: oneIn(3) ? 2 : 1 }, () => started(send()))
      // Of several answers the first is enough; the others may come whenever they do.
      const reply = await Promise.race(copies)
      if (reply?.status === 200) {
        acknowledgements += 1
        acknowledging.emit('more')
        return reply
      }
      if (reply !== undefined && reply.status !== 503) throw new Error(`answered ${reply.status}: ${await reply.text()}`)
      await delay(Math.random() * 40)
    }
  }
  async function join(code: string): Promise<Token> {
    const joining = await prepareJoining(round, unit)
    const body = JSON.stringify(issueMessage(joining, code))
    return finishJoining(joining, await untilAcknowledged(() => post(places.issuers, '/issue', body)))
  }

  type Person = { readonly token: Token; current: Version; readonly sent: Contribution[] }
  const contributeOnce = (message: Contribution) => post(places.collectors, '/contributions', padContribution(message))
  async function say(person: Person, version: Version, previous?: Version): Promise<void> {
    const message = contributionOf(person.token, version, previous)
    // What was acknowledged long ago may come once more.
    if (person.sent.length > 0 && oneIn(3)) void started(contributeOnce(pick(person.sent)))
    await untilAcknowledged(() => contributeOnce(message))
    person.sent.push(message)
    person.current = version
    people.set(person.token.t, version)
  }
  async function device(own: readonly string[], enough: () => boolean): Promise<void> {
    const persons: Person[] = []
    for (const code of own) {
      const person = { token: await join(code), current: someVersion(tiers), sent: [] }
      await say(person, person.current)
      persons.push(person)
    }
    while (!enough()) {
      const person = pick(persons)
      await say(person, oneIn(6) ? newVersion('--------') : someVersion(tiers), person.current)
    }
  }

  return {
    seen,
    async after(messages) {
      const wanted = acknowledgements + messages
      while (acknowledgements < wanted) await once(acknowledging, 'more')
    },
    acknowledged: () => [...people.values()],
    async contribute(enough) {
      await Promise.all(
        Array.from({ length: devices }, (_, at) =>
          device(
            codes.filter((__, each) => each % devices === at),
            enough,
          ),
        ),
      )
      await Promise.all(underWay)
    },
  }
}
