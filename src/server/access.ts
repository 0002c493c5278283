import type { FastifyRequest } from 'fastify'
import type { Role } from '../protocol/session.ts'
import type { Principal } from './accounts/principal.ts'

/** Looks the session cookie up; nothing for a visitor. */
export type Authenticate = (request: FastifyRequest) => Promise<Principal | undefined>

/** Who may call a route. There is no default. */
export type Access = readonly ['public'] | readonly [Role, ...Role[]]
