import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionSeconds } from './session.ts'

/** How a browser holds a session. The `__Host-` prefix binds it to this host and to TLS; without TLS a browser refuses such a name. */
export type SessionCookie = {
  /** The secret that a request brings. */
  read(request: FastifyRequest): string | undefined
  keep(reply: FastifyReply, secret: string): void
  drop(reply: FastifyReply): void
}

export function sessionCookieFor(publicOrigin: string): SessionCookie {
  const secure = publicOrigin.startsWith('https:')
  const name = secure ? '__Host-peil' : 'peil'
  const settings = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    read: (request) => request.cookies[name],
    keep(reply, secret) {
      reply.setCookie(name, secret, { ...settings, maxAge: sessionSeconds })
    },
    drop(reply) {
      reply.clearCookie(name, settings)
    },
  }
}
