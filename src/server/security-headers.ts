import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Nothing from elsewhere, nothing inline, nothing framed. The camera is for scanning slips: any page may lead there without being
 * loaded anew, and what is no page never needs it. A page asked about again (304) must say the same, so its path decides.
 */
export function sendSecurityHeaders(app: FastifyInstance, publicOrigin: string, collectorOrigin: string): void {
  const collector = collectorOrigin === publicOrigin ? [] : [collectorOrigin]
  app.register(helmet, {
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
  })
  app.addHook('onRequest', ({ url }, reply, done) => {
    const camera = /^\/(api|assets|health|metrics)(\/|\?|$)/.test(url) ? '()' : '(self)'
    reply.header('permissions-policy', `camera=${camera}, geolocation=(), microphone=(), payment=(), usb=()`)
    done()
  })
}
