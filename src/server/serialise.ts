import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { $ZodType } from 'zod/v4/core'

/**
 * Checks replies against their schema and writes them as JSON. A frozen object is what it was: it is checked and written once,
 * however often it is asked for. For the document of a round with 200 units that is nearly all there is to do.
 */
export const serialiseOnce: FastifySerializerCompiler<$ZodType> = (route) => {
  const serialise = serializerCompiler(route)
  const written = new WeakMap<object, string>()
  return (reply: unknown) => {
    if (typeof reply !== 'object' || reply === null || !Object.isFrozen(reply)) return serialise(reply)
    const text = written.get(reply) ?? serialise(reply)
    written.set(reply, text)
    return text
  }
}
