import * as z from 'zod/mini'
import { fail, ok } from '../../domain/result.ts'
import { ownPackDocument, packHash } from '../../protocol/own-pack.ts'
import { type Route, route } from '../route.ts'
import type { Database } from '../store/database.ts'
import { findPack } from './own-packs.ts'

/** Named by its content, so that it never changes, and that a device can tell whether it got what the round named. */
export function packRoutes({ database }: { readonly database: Database }): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/packs/:sha256',
      summary: 'An own pack by the SHA-256 of its document as canonical JSON (RFC 8785)',
      roles: ['public'],
      params: z.strictObject({ sha256: packHash }),
      reply: ownPackDocument,
      revalidate: true,
      immutable: true,
      async handle({ params: { sha256 } }) {
        const found = await findPack(database, sha256)
        return found === undefined ? fail({ kind: 'not-found' }) : ok(found)
      },
    }),
  ]
}
