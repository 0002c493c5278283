import type { Round } from '../../protocol/round.ts'
import { OutOfReach } from '../out-of-reach.ts'

/** Per second, and of rounds that nobody has contributed to yet. */
const mostStrangers = 20
const second = 1_000
const rememberedMilliseconds = 60_000
const mostRemembered = 1_000

type Answer = Promise<Round | undefined>
export type Asking = {
  /** @param isKnown the collector has counted for this round before, so that it is not made up */
  ask(round: string, about: { readonly isKnown: boolean }): Answer
}

/** At most so many in any second that begins with one. */
function counter(clock: () => Date): () => boolean {
  let began = 0
  let taken = 0
  return () => {
    const now = clock().getTime()
    if (Math.abs(now - began) >= second) [began, taken] = [now, 0]
    taken += 1
    return taken <= mostStrangers
  }
}

/** Ids that belong to no round, for a while; the oldest goes when there are too many. */
function createUnknown(clock: () => Date): { readonly has: (round: string) => boolean; readonly add: (round: string) => void } {
  const since = new Map<string, number>()
  return {
    has: (round) => clock().getTime() - (since.get(round) ?? -Infinity) < rememberedMilliseconds,
    add(round) {
      const [oldest] = since.keys()
      if (since.size >= mostRemembered && oldest !== undefined) since.delete(oldest)
      since.set(round, clock().getTime())
    },
  }
}

/**
 * Asks the issuer about rounds: once however many wait for the answer, not again about what it does not know, and not more often
 * than it can bear, whatever ids people make up. Who is told to wait sends again.
 */
export function createAsking(clock: () => Date, ask: (round: string) => Answer): Asking {
  const underWay = new Map<string, Answer>()
  const unknown = createUnknown(clock)
  const mayAsk = counter(clock)
  async function begin(round: string): Answer {
    try {
      const found = await ask(round)
      if (found === undefined) unknown.add(round)
      return found
    } finally {
      underWay.delete(round)
    }
  }
  return {
    async ask(round, { isKnown }) {
      if (unknown.has(round)) return undefined
      const waitedFor = underWay.get(round)
      if (waitedFor !== undefined) return waitedFor
      if (!isKnown && !mayAsk()) throw new OutOfReach('too many rounds are asked for that are not known here')
      const begun = begin(round)
      underWay.set(round, begun)
      return begun
    },
  }
}
