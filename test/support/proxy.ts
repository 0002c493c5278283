import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { findProgram, missingProxies } from '../../.ci/proxies.mjs'

export type ProxyKind = 'nginx' | 'caddy'
export type Reply = {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}
export type Asking = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** The address of this machine that the request comes from. */
  readonly from?: string
}

/** A real proxy on loopback, in front of a server, with a certificate of its own making. */
export type Proxy = {
  readonly ask: (path: string, asking?: Asking) => Promise<Reply>
  /** Asks without TLS where TLS is spoken, and waits until that was refused. */
  readonly disturb: (from: string) => Promise<void>
  /** Everything that it has written: to its streams, and to any file in its folder. */
  readonly written: () => string
  readonly remove: () => Promise<void>
}

const host = 'localhost'

function makeCertificate(folder: string): string {
  const words = `req -x509 -newkey rsa:2048 -noenc -days 2 -subj /CN=${host} -addext subjectAltName=DNS:${host}`
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')]
  execFileSync(findProgram('openssl') ?? '', [...words.split(' '), ...files], { stdio: 'pipe' })
  return readFileSync(join(folder, 'certificate.pem'), 'utf8')
}

/** Files of these names are what the test has put there. */
const own = ['key.pem', 'certificate.pem', 'configuration']

function filesIn(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !own.includes(name))
  const files = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile())
  return files.map((path) => readFileSync(path, 'latin1')).join('\n')
}

/** What surrounds the block of the guide: everything that nginx would otherwise take from the machine, and a log beside it. */
function inNginx(folder: string, block: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`)
  return `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http { access_log ${folder}/access.log; ${temporary.join(' ')}
${block} }
`
}

const settings: Readonly<Record<ProxyKind, (folder: string, block: string) => { text: string; words: readonly string[] }>> = {
  nginx: (folder, block) => ({
    text: inNginx(folder, block),
    words: ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'configuration')],
  }),
  caddy: (folder, block) => ({ text: block, words: ['run', '--adapter', 'caddyfile', '--config', join(folder, 'configuration')] }),
}

function asked(port: number, certificate: string, path: string, { from = '127.0.0.1', body, ...asking }: Asking): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const headers = { host: `${host}:${port}`, ...length, ...asking.headers }
    const sent = request({
      ...asking,
      host: '127.0.0.1',
      servername: host,
      port,
      path,
      headers,
      ca: certificate,
      localAddress: from,
      agent: false,
    })
    const read = async (reply: IncomingMessage): Promise<void> => {
      const pairs = reply.rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [[name.toLowerCase(), reply.rawHeaders[at + 1] ?? ''] as const] : [],
      )
      resolve({ status: reply.statusCode ?? 0, headers: pairs, body: await text(reply) })
      sent.destroy()
    }
    sent.on('response', (reply) => void read(reply).catch(reject))
    sent.on('error', reject)
    // Who is told at once that it is too large sends nothing of it.
    if (asking.headers?.['expect'] === undefined) sent.end(body)
    else sent.flushHeaders()
    sent.on('continue', () => sent.end(body))
  })
}

async function untilItAnswers(ask: () => Promise<unknown>, ended: () => boolean, said: () => string): Promise<void> {
  for (let tries = 0; !ended() && tries < 600; tries += 1) {
    const answers = await ask().then(
      () => true,
      () => false,
    )
    if (answers) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the proxy does not answer\n${said()}`)
}

/**
 * Starts a proxy as an ordinary process.
 * @param configure the configuration of the guide with the places of this test: its port, certificate and key, and more for Caddy
 */
export async function startProxy(kind: ProxyKind, port: number, configure: (certificate: string, key: string) => string): Promise<Proxy> {
  const missing = missingProxies()
  if (missing !== undefined) throw new Error(missing)
  const folder = mkdtempSync(join(tmpdir(), `peil-${kind}-`))
  // Started by root, nginx works as somebody else.
  chmodSync(folder, 0o711)
  const certificate = makeCertificate(folder)
  const { text: configuration, words } = settings[kind](folder, configure(join(folder, 'certificate.pem'), join(folder, 'key.pem')))
  writeFileSync(join(folder, 'configuration'), configuration)
  const child = spawn(findProgram(kind) ?? '', words, { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder }, stdio: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = () => child.exitCode !== null || child.signalCode !== null
  const written = () => `${said}\n${filesIn(folder)}`
  const ask = (path: string, asking: Asking = {}) => asked(port, certificate, path, asking)
  const remove = async (): Promise<void> => {
    const end = once(child, 'exit')
    if (!ended() && child.kill()) await end
    rmSync(folder, { recursive: true, force: true })
  }
  await untilItAnswers(() => ask('/health'), ended, written).catch(async (cause: unknown) => {
    await remove()
    throw cause
  })
  return {
    ask,
    disturb: async (from) => {
      const socket = connect({ host: '127.0.0.1', port, localAddress: from })
      socket.end(`GET /plain HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
      await text(socket)
    },
    written,
    remove,
  }
}
