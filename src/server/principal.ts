import type { FastifyRequest } from 'fastify'
import type { Role } from '../protocol/session.ts'

/** Who a signed-in request speaks for. A leader speaks for the units listed, an owner for the whole municipality. */
export type Principal =
  | { readonly role: 'owner'; readonly municipality: string }
  | { readonly role: 'leader'; readonly municipality: string; readonly units: readonly string[] }

/** Looks the session cookie up; nothing for a visitor. */
export type Authenticate = (request: FastifyRequest) => Promise<Principal | undefined>

/** Who may call a route. There is no default. */
export type Access = readonly ['public'] | readonly [Role, ...Role[]]
