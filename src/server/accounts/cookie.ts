import { sessionSeconds } from './session.ts'

/** The `__Host-` prefix binds a cookie to this host and to TLS; without TLS a browser refuses it. */
export function sessionCookieName(origin: string): string {
  return isTls(origin) ? '__Host-peil' : 'peil'
}

export function sessionCookieSettings(origin: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isTls(origin), maxAge: sessionSeconds } as const
}

function isTls(origin: string): boolean {
  return origin.startsWith('https:')
}
