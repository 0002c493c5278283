import type { FastifyInstance } from 'fastify'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const notUtf8 = Object.assign(new Error('the body is not UTF-8'), { statusCode: 400 })

/** Reads JSON as UTF-8 and nothing else: bytes that are none are refused, where the framework would put question marks in. */
export function readStrictJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    let text: string
    try {
      text = utf8.decode(body)
    } catch {
      done(notUtf8)
      return
    }
    // It calls back, and gives no promise.
    void parse(request, text, done)
  })
}
