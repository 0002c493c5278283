import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { ok } from '../domain/result.ts'
import { type Route, route } from './route.ts'

/** Describes every route that is registered after it, from the schemas that validate it. */
export function describeRoutes(app: FastifyInstance): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Peil', version: '1', description: 'Self-assessment of professional digital competence' },
    },
    transform: jsonSchemaTransform,
  })
}

/** The document itself, made once. */
export function openapiRoute(app: FastifyInstance): Route {
  return route({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    roles: ['public'],
    reply: z.record(z.string(), z.unknown()),
    revalidate: true,
    handle: () => Promise.resolve(ok({ ...app.swagger() })),
  })
}
