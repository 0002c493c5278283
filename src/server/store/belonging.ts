import { type Result, fail, ok } from '../../domain/result.ts'
import type { Stores } from './stores.ts'

async function count(rows: Promise<readonly { readonly [column: string]: unknown }[]>): Promise<number> {
  return Number((await rows)[0]?.['n'])
}

/**
 * Whether rounds and released documents can be of one origin, so that a file that was lost is not taken for one that is new. Every
 * released round has a document, and every document a round that has at least begun to close (release rule R10).
 */
export async function checkBelonging({ issuer, released }: Pick<Stores, 'issuer' | 'released'>): Promise<Result<void, string>> {
  const [over, closing, documents] = await Promise.all([
    count(issuer.all(`SELECT COUNT(*) AS n FROM round WHERE phase = 'released'`)),
    count(issuer.all(`SELECT COUNT(*) AS n FROM round WHERE phase = 'closing'`)),
    count(released.all('SELECT COUNT(*) AS n FROM released')),
  ])
  if (over <= documents && documents <= over + closing) return ok(undefined)
  return fail(
    `the stores do not belong together: ${over} rounds are released, and there are ${documents} documents. One of them was lost or put back alone. "peil verify" names what is missing; restore a backup of both, or give a purge that was cut short once more`,
  )
}
