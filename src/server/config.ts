import { isIP } from 'node:net'
import { type Result, fail, ok } from '../domain/result.ts'
import { type Level, levels } from './log.ts'

/** Which parts run in a process. */
export type ServerRole = 'all' | 'issuer' | 'collector'

export type Config = {
  readonly port: number
  readonly host: string
  readonly publicOrigin: string
  readonly collectorOrigin: string
  readonly role: ServerRole
  readonly dataFolder: string
  /** Without one the stores are SQLite files in the data folder. */
  readonly databaseUrl?: string
  readonly demo: boolean
  /** How long entries of the audit log are kept; see retention/rules.ts. */
  readonly auditDays: number
  readonly trustProxy: readonly string[]
  readonly logLevel: Level
  /** Where this machine can read totals; nowhere unless an operator says so. */
  readonly metricsPort?: number
}

export type Environment = Readonly<Record<string, string | undefined>>
/** One line for the operator: which variable, and what is wrong with it. */
export type ConfigFault = { readonly kind: 'config-fault'; readonly name: string; readonly line: string }

type Parsed<T> = { readonly value: T } | { readonly fault: string }

/** Every variable there is, in the order of `peil config`. */
const variables = {
  PORT: { meaning: 'port to listen on' },
  HOST: { meaning: 'address to listen on; 0.0.0.0 for every network of the machine' },
  PUBLIC_ORIGIN: { meaning: 'where people reach the app, such as https://peil.kommune.no' },
  COLLECTOR_ORIGIN: { meaning: 'where devices send contributions, if not to the same place' },
  PEIL_ROLE: { meaning: 'which parts run in this process: all, issuer or collector' },
  PEIL_DATA: { meaning: 'folder of the stores' },
  PEIL_DEMO: { meaning: '1: make a demo municipality if there is none yet' },
  AUDIT_DAYS: { meaning: 'days after which entries of the audit log are removed, every night and by purge' },
  TRUST_PROXY: { meaning: 'addresses or networks whose X-Forwarded-For is believed, with commas between' },
  LOG_LEVEL: { meaning: 'what is logged: error, warn, info or debug, each with those before it' },
  METRICS_PORT: { meaning: 'port for Prometheus on 127.0.0.1, never on a network; nothing: no metrics' },
  DATABASE_URL: { meaning: 'PostgreSQL database of the stores, such as postgres://peil:secret@localhost/peil; without it SQLite files' },
  OIDC_ISSUER: { meaning: 'not supported in this version: people sign in with one-time links' },
  OIDC_CLIENT_ID: { meaning: 'not supported in this version' },
  OIDC_CLIENT_SECRET: { meaning: 'not supported in this version' },
  OIDC_CLAIMS: { meaning: 'not supported in this version' },
} as const satisfies Record<string, { readonly meaning: string }>
type Name = keyof typeof variables

const names = Object.keys(variables) as Name[]
const notSupported = names.filter((name) => name.startsWith('OIDC_'))

function parsePort(text: string): Parsed<number> {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65535 ? { value: port } : { fault: 'must be a whole number from 1 to 65535' }
}

function parseOrigin(text: string): Parsed<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.origin === text
  return isOrigin ? { value: text } : { fault: 'must be an origin such as https://peil.kommune.no, without a path or a slash at the end' }
}

function parseRole(text: string): Parsed<ServerRole> {
  return text === 'all' || text === 'issuer' || text === 'collector' ? { value: text } : { fault: 'must be all, issuer or collector' }
}

/** Parts that stand apart are reached in two places, and each must know both. */
function apartFault({ role, publicOrigin, collectorOrigin }: Config): string | undefined {
  if (role === 'all' || collectorOrigin !== publicOrigin) return undefined
  return `must be set, to another origin than PUBLIC_ORIGIN, where PEIL_ROLE is ${role}`
}

function parseDays(text: string): Parsed<number> {
  return /^[1-9]\d{0,4}$/.test(text) ? { value: Number(text) } : { fault: 'must be a whole number of days, 1 or more' }
}

function parseDatabaseUrl(text: string): Parsed<string> {
  const sound = text === '' || (URL.canParse(text) && /^postgres(ql)?:\/\//.test(text))
  return sound ? { value: text } : { fault: 'must be a URL such as postgres://peil:secret@localhost:5432/peil' }
}

function parseDemo(text: string): Parsed<boolean> {
  return text === '0' || text === '1' ? { value: text === '1' } : { fault: 'must be 0 or 1' }
}

function parseLevel(text: string): Parsed<Level> {
  const level = levels.find((each) => each === text)
  return level === undefined ? { fault: `must be one of ${levels.join(', ')}` } : { value: level }
}

function parseOptionalPort(text: string): Parsed<number | undefined> {
  return text === '' ? { value: undefined } : parsePort(text)
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const most = isIP(address) === 4 ? 32 : 128
  return isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

function parseNetworks(text: string): Parsed<readonly string[]> {
  const networks = text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return networks.every(isNetwork)
    ? { value: networks }
    : { fault: 'must be addresses or networks such as 10.0.0.1, 192.168.0.0/16, loopback' }
}

/** Reads the whole environment and names every fault, not only the first. A variable that is set but empty counts as not set. */
export function readConfig(environment: Environment): Result<Config, readonly ConfigFault[]> {
  const faults: ConfigFault[] = []
  const blame = (name: Name, fault: string): void => {
    faults.push({ kind: 'config-fault', name, line: `${name} ${fault}` })
  }
  function read<T>(name: Name, usual: string, parse: (text: string) => Parsed<T>, instead: T): T {
    const parsed = parse(environment[name] || usual)
    if ('value' in parsed) return parsed.value
    blame(name, parsed.fault)
    return instead
  }
  const asIs = (text: string): Parsed<string> => ({ value: text })

  const port = read('PORT', '8080', parsePort, 0)
  const databaseUrl = read('DATABASE_URL', '', parseDatabaseUrl, '')
  const publicOrigin = read('PUBLIC_ORIGIN', new URL(`http://localhost:${port}`).origin, parseOrigin, 'http://localhost')
  const metricsPort = read('METRICS_PORT', '', parseOptionalPort, undefined)
  if (metricsPort !== undefined && metricsPort === port) blame('METRICS_PORT', 'must be another port than PORT')
  const config: Config = {
    port,
    // Reached as localhost on the machine itself, over IPv4 and IPv6 alike, and by nobody else until an operator says so.
    host: read('HOST', 'localhost', asIs, ''),
    publicOrigin,
    collectorOrigin: read('COLLECTOR_ORIGIN', publicOrigin, parseOrigin, ''),
    role: read('PEIL_ROLE', 'all', parseRole, 'all'),
    dataFolder: read('PEIL_DATA', 'data', asIs, ''),
    ...(databaseUrl === '' ? {} : { databaseUrl }),
    demo: read('PEIL_DEMO', '1', parseDemo, false),
    auditDays: read('AUDIT_DAYS', '1095', parseDays, 1095),
    trustProxy: read('TRUST_PROXY', '', parseNetworks, []),
    logLevel: read('LOG_LEVEL', 'info', parseLevel, 'info'),
    ...(metricsPort === undefined ? {} : { metricsPort }),
  }
  if (config.role === 'collector' && !environment['PUBLIC_ORIGIN']) blame('PUBLIC_ORIGIN', 'must be set where PEIL_ROLE is collector')
  const apart = apartFault(config)
  if (apart !== undefined) blame('COLLECTOR_ORIGIN', apart)
  for (const name of notSupported) if (environment[name]) blame(name, `is set, but ${variables[name].meaning}`)
  return faults.length === 0 ? ok(config) : fail(faults)
}

/** Without the password, wherever in the URL it stands. */
function maskUrl(text: string): string {
  if (text === '') return ''
  const url = new URL(text)
  if (url.password !== '') url.password = '***'
  for (const name of url.searchParams.keys()) if (name.includes('password')) url.searchParams.set(name, '***')
  return url.href
}

export type DescribedVariable = { readonly name: string; readonly value: string; readonly meaning: string }

/** Every variable with the value that is in force, for `peil config`. One that is not supported has none: it cannot be set. */
export function describeConfig(config: Config): readonly DescribedVariable[] {
  const effective: Readonly<Partial<Record<Name, string>>> = {
    PORT: String(config.port),
    HOST: config.host,
    PUBLIC_ORIGIN: config.publicOrigin,
    COLLECTOR_ORIGIN: config.collectorOrigin,
    PEIL_ROLE: config.role,
    PEIL_DATA: config.dataFolder,
    PEIL_DEMO: config.demo ? '1' : '0',
    AUDIT_DAYS: String(config.auditDays),
    TRUST_PROXY: config.trustProxy.join(', '),
    LOG_LEVEL: config.logLevel,
    METRICS_PORT: config.metricsPort === undefined ? '' : String(config.metricsPort),
    DATABASE_URL: maskUrl(config.databaseUrl ?? ''),
  }
  return names.map((name) => ({ name, value: effective[name] ?? '', meaning: variables[name].meaning }))
}
