import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered with a strong ETag; see `revalidate` in route.ts. */
    revalidate?: boolean
    /** May be kept for ever; see `immutable` in route.ts. */
    immutable?: boolean
    /** Only for people who have signed in; see `roles` in route.ts. */
    signedIn?: boolean
  }
}

export function etagOf(bytes: string | Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url')}"`
}

/** RFC 9110 section 13.1.2. A weak tag matches too: only the bytes are compared. */
export function holdsAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return held.includes(etag) || held.includes('*')
}

const keptForEver = 'public, max-age=31536000, immutable'

/** Nothing of the interface is kept by a cache, except what is marked: that may be kept and asked about again. */
export function answerRevalidation(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.routeOptions.config.revalidate !== true || reply.statusCode !== 200 || typeof payload !== 'string') {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      done(null, payload)
      return
    }
    const etag = etagOf(payload)
    const { immutable, signedIn } = request.routeOptions.config
    reply
      .header('etag', etag)
      .header('cache-control', immutable === true ? keptForEver : signedIn === true ? 'private, no-cache' : 'no-cache')
    if (!holdsAlready(request.headers['if-none-match'], etag)) {
      done(null, payload)
      return
    }
    reply.code(304).removeHeader('content-type')
    // The framework drops the body of an answer to HEAD itself, and takes its length first.
    done(null, request.method === 'HEAD' ? payload : null)
  })
}
