import { expect, test } from 'vitest'
import { warningsOf } from '../../../src/server/config-warnings.ts'
import { type Environment, describeConfig, readConfig } from '../../../src/server/config.ts'

const faultsOf = (environment: Environment): readonly string[] => {
  const config = readConfig(environment)
  return config.ok ? [] : config.error.map(({ line }) => line)
}

test('with nothing set the server is reached on the machine itself', () => {
  const config = readConfig({ PORT: '', PEIL_DEMO: '' })
  expect(config).toEqual({
    ok: true,
    value: {
      port: 8080,
      host: 'localhost',
      publicOrigin: 'http://localhost:8080',
      collectorOrigin: 'http://localhost:8080',
      role: 'all',
      dataFolder: 'data',
      demo: true,
      auditDays: 1095,
      trustProxy: [],
      logLevel: 'info',
    },
  })
})

test('what depends on another setting follows it', () => {
  expect(readConfig({ PORT: '80' })).toMatchObject({ value: { publicOrigin: 'http://localhost' } })
  expect(readConfig({ PUBLIC_ORIGIN: 'https://peil.example' })).toMatchObject({ value: { collectorOrigin: 'https://peil.example' } })
  expect(readConfig({ TRUST_PROXY: '10.0.0.1, 192.168.0.0/16,loopback' })).toMatchObject({
    value: { trustProxy: ['10.0.0.1', '192.168.0.0/16', 'loopback'] },
  })
})

test('every fault is named in a line of its own', () => {
  const lines = faultsOf({
    PORT: '0',
    PUBLIC_ORIGIN: 'https://peil.example/',
    PEIL_DEMO: 'yes',
    TRUST_PROXY: '10.0.0.0/40',
    PEIL_ROLE: 'all',
    LOG_LEVEL: 'loud',
    METRICS_PORT: '70000',
  })
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'PORT',
    'PUBLIC_ORIGIN',
    'METRICS_PORT',
    'PEIL_DEMO',
    'TRUST_PROXY',
    'LOG_LEVEL',
  ])
  expect(faultsOf({ PORT: '9000', METRICS_PORT: '9000' })).toEqual(['METRICS_PORT must be another port than PORT'])
})

test.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_CLAIMS'])(
  '%s is refused rather than ignored, and not repeated',
  (name) => {
    const [line = '', ...more] = faultsOf({ [name]: 'postgres://secret' })
    expect(more).toEqual([])
    expect(line).toContain(`${name} is set, but not supported in this version`)
    expect(line).not.toContain('secret')
  },
)

test('parts that stand apart must know each other', () => {
  const places = { PUBLIC_ORIGIN: 'https://peil.example', COLLECTOR_ORIGIN: 'https://peil-collector.example' }
  for (const role of ['issuer', 'collector']) {
    expect(readConfig({ ...places, PEIL_ROLE: role })).toMatchObject({ ok: true, value: { role } })
    expect(faultsOf({ ...places, COLLECTOR_ORIGIN: places.PUBLIC_ORIGIN, PEIL_ROLE: role })).toHaveLength(1)
  }
  expect(faultsOf({ PEIL_ROLE: 'issuer' })[0]).toContain('COLLECTOR_ORIGIN must be set')
  expect(faultsOf({ PEIL_ROLE: 'collector', COLLECTOR_ORIGIN: 'http://localhost:8081' })[0]).toContain('PUBLIC_ORIGIN must be set')
  expect(faultsOf({ PEIL_ROLE: 'other' })).toHaveLength(1)
})

test('every variable is described with the value in force', () => {
  const config = readConfig({ PORT: '9000' })
  if (!config.ok) throw new Error('refused')
  const described = describeConfig(config.value)
  expect(described.find(({ name }) => name === 'PUBLIC_ORIGIN')?.value).toBe('http://localhost:9000')
  expect(described.filter(({ meaning }) => meaning === '')).toEqual([])
  expect(described.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'PORT',
      'HOST',
      'PUBLIC_ORIGIN',
      'COLLECTOR_ORIGIN',
      'PEIL_ROLE',
      'PEIL_DATA',
      'PEIL_DEMO',
      'TRUST_PROXY',
      'LOG_LEVEL',
      'METRICS_PORT',
      'DATABASE_URL',
      'OIDC_ISSUER',
    ]),
  )
})

test.each(['postgres://peil:geheim@db.example:5433/peil?sslmode=require', 'postgresql:///peil?host=/run/postgresql&password=geheim'])(
  '%s is a database, and its password is not shown',
  (url) => {
    const config = readConfig({ DATABASE_URL: url })
    if (!config.ok) throw new Error('refused')
    expect(config.value.databaseUrl).toBe(url)
    const shown = describeConfig(config.value).find(({ name }) => name === 'DATABASE_URL')?.value ?? ''
    expect(shown).toContain('peil')
    expect(shown).not.toContain('geheim')
  },
)

test.each(['mysql://db/peil', 'db.example', 'postgres:peil'])('%s is no database, and is not repeated', (url) => {
  const [line = '', ...more] = faultsOf({ DATABASE_URL: url })
  expect(more).toEqual([])
  expect(line).toMatch(/^DATABASE_URL must be a URL such as/)
  expect(line).not.toContain(url)
})

const warnings = (environment: Environment): readonly string[] => {
  const config = readConfig(environment)
  if (!config.ok) throw new Error('refused')
  return warningsOf(config.value)
}

test.each(['http://peil.kommune.no', 'http://10.0.0.5:8080', 'http://127.example.no', 'http://[fe80::1]', 'http://localhost.example.no'])(
  '%s is allowed, with one line of warning',
  (origin) => {
    const [line = '', ...more] = warnings({ PUBLIC_ORIGIN: origin })
    expect(more).toEqual([])
    expect(line).toMatch(/^PUBLIC_ORIGIN http:\/\/\S+ is not https: [^\n]+$/)
    const places = { PUBLIC_ORIGIN: 'https://peil.example', COLLECTOR_ORIGIN: origin }
    expect(warnings(places).map((each) => each.split(' ')[0])).toEqual(['COLLECTOR_ORIGIN'])
    expect(warnings({ PUBLIC_ORIGIN: 'http://peil.example', COLLECTOR_ORIGIN: origin })).toHaveLength(2)
  },
)

test.each([
  'https://peil.kommune.no',
  'http://localhost:8080',
  'http://127.0.0.1',
  'http://127.8.0.1:81',
  'http://[::1]:8080',
  'http://peil.localhost',
])('%s needs no warning', (origin) => {
  expect(warnings({ PUBLIC_ORIGIN: origin })).toEqual([])
})
