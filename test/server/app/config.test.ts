import { expect, test } from 'vitest'
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
      trustProxy: [],
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
  })
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'PUBLIC_ORIGIN', 'PEIL_DEMO', 'TRUST_PROXY'])
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

test('parts that cannot run by themselves yet are refused', () => {
  for (const role of ['issuer', 'collector'])
    expect(faultsOf({ PEIL_ROLE: role })[0]).toContain(`PEIL_ROLE ${role} is not supported in this version`)
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
