import { fileURLToPath } from 'node:url'
import { build } from 'vite'

let script: Promise<string> | undefined

/** What runs in the page, as one script. */
export function scriptForPages(): Promise<string> {
  script ??= bundle()
  return script
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('in-page.ts', import.meta.url))
  const lib = { entry, formats: ['iife' as const], name: 'inPage' }
  const define = { 'process.env.NODE_ENV': '"production"' }
  const built = await build({ configFile: false, logLevel: 'silent', define, build: { write: false, lib } })
  const [bundled] = Array.isArray(built) ? built : []
  if (bundled === undefined) throw new Error('nothing was built')
  return bundled.output[0].code
}
