import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import helmet, { type HelmetOptions } from 'helmet'

/** Nothing from elsewhere, nothing inline, nothing framed. */
function settingsFor(publicOrigin: string, collectorOrigin: string): HelmetOptions {
  const collector = collectorOrigin === publicOrigin ? [] : [collectorOrigin]
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...collector],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: publicOrigin.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  }
}

/** What helmet adds to an answer. It looks at nothing in the request, so what it adds once it would add to every answer. */
function headersOf(settings: HelmetOptions): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(settings)(request, response, (fault) => {
    if (fault !== undefined) throw new Error('the security headers cannot be made', { cause: fault })
  })
  return response.getHeaders()
}

const others = 'geolocation=(), microphone=(), payment=(), usb=()'

/**
 * The camera is for scanning slips: any page may lead there without being loaded anew, and what is no page never needs it. A page
 * asked about again (304) must say the same, so its path decides.
 */
export function sendSecurityHeaders(app: FastifyInstance, publicOrigin: string, collectorOrigin: string): void {
  const same = headersOf(settingsFor(publicOrigin, collectorOrigin))
  const forPages = { ...same, 'permissions-policy': `camera=(self), ${others}` }
  const forOthers = { ...same, 'permissions-policy': `camera=(), ${others}` }
  app.addHook('onRequest', ({ url }, reply, done) => {
    reply.headers(/^\/(api|assets|health|metrics)(\/|\?|$)/.test(url) ? forOthers : forPages)
    done()
  })
}
