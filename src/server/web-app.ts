import { readFile, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { etagOf, holdsAlready } from './revalidation.ts'

type Encoding = 'br' | 'gzip' | 'identity'
export type Asset = {
  readonly type: string
  readonly etag: string
  readonly cache: string
  /** Compressed by its own format. */
  readonly packed: boolean
  /** Compressed once, when first asked for. */
  readonly bytes: (encoding: Encoding) => Promise<Buffer>
}

/** The built app in memory, by path. What is not in it cannot be reached. */
export type WebApp = ReadonlyMap<string, Asset>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
const packedAlready = ['.png', '.ico', '.woff2']

const compress = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
  identity: (bytes: Buffer) => Promise.resolve(bytes),
}

function makeAsset(path: string, bytes: Buffer): Asset {
  const kept = new Map<Encoding, Promise<Buffer>>()
  const extension = extname(path)
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: etagOf(bytes),
    // Names under assets/ carry a hash of the content; everything else is asked about again.
    cache: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    packed: packedAlready.includes(extension),
    bytes(encoding) {
      const known = kept.get(encoding) ?? compress[encoding](bytes)
      kept.set(encoding, known)
      return known
    },
  }
}

/** Reads the folder that the build wrote. Nothing if there is none. Dot-files (the build's manifest) stay out. */
export async function loadWebApp(folder: string): Promise<WebApp | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder).length).replaceAll('\\', '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
  const assets = await Promise.all(files.map(async (path) => [path, makeAsset(path, await readFile(join(folder, path)))] as const))
  const app = new Map(assets)
  return app.has('/index.html') ? app : undefined
}

function encodingFor(accepted: string | string[] | undefined): Encoding {
  const names = String(accepted ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => !/;\s*q=0(\.0*)?$/.test(each))
    .map((each) => each.split(';', 1)[0])
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : 'identity'
}

/** A page inside the app: no file, but the app knows it. The id of a question has dots in it, too. */
function isPage(path: string): boolean {
  return !/^\/(api|assets)(\/|$)/.test(path) && types[extname(path)] === undefined
}

/** The file at a path, or the app itself for a page that the app knows. */
export function assetAt(files: WebApp, path: string): Asset | undefined {
  return files.get(path) ?? (isPage(path) ? files.get('/index.html') : undefined)
}

export async function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): Promise<FastifyReply> {
  reply.headers({ etag: asset.etag, 'cache-control': asset.cache, vary: 'Accept-Encoding' })
  if (holdsAlready(request.headers['if-none-match'], asset.etag)) return reply.code(304).send()
  const encoding = asset.packed ? 'identity' : encodingFor(request.headers['accept-encoding'])
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(asset.type).send(await asset.bytes(encoding))
}
