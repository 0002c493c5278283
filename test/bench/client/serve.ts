import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

/** The built app alone, on a free port of this machine. Every path without a file is the app. */
export async function serveBuilt(): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer((request, reply) => {
    const asked = join('dist', new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = extname(asked) !== '' && existsSync(asked) ? asked : join('dist', 'index.html')
    reply.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    reply.end(readFileSync(file))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { origin: `http://localhost:${String(port)}`, close: () => server.close() }
}
