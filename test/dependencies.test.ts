import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeAudit } from '../.ci/audit.mjs'

type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies' | 'overrides', Readonly<Record<string, string>>>
>
type Locked = { readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly hasInstallScript?: true }>> }

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const { packages } = read('package-lock.json') as Locked
const installed = Object.entries(packages).filter(([path]) => path !== '')

test('every package has one version and no range, so that nobody gets another one without a change here', () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = read('package.json') as Manifest
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides })
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('every package that comes with them is held to the hash of its content', () => {
  expect(installed.length).toBeGreaterThan(100)
  expect(installed.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([])
})

test('no package runs anything of its own while it is installed', () => {
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path)).toEqual([])
})

/** As `npm audit --json` says it. */
function auditOf(...severities: readonly string[]): string {
  const entries = severities.map((severity, at): [string, unknown] => {
    const via: readonly unknown[] = [at === 0 ? { title: 'Reads beyond its end', url: 'https://advisories.example/1' } : 'package-0']
    return [`package-${at}`, { name: `package-${at}`, severity, range: '<2.0.0', via, isDirect: at === 0, fixAvailable: true }]
  })
  const counted = Object.fromEntries(
    ['info', 'low', 'moderate', 'high', 'critical'].map((each) => [each, severities.filter((one) => one === each).length]),
  )
  return JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(entries),
    metadata: { vulnerabilities: { ...counted, total: severities.length } },
  })
}

test.each([['high'], ['critical'], ['low', 'high']])('a known weakness that is %s fails, by name', (...severities) => {
  const { fails, lines } = judgeAudit(auditOf(...severities))
  expect(fails).toBe(true)
  expect(lines.join('\n')).toMatch(/^(high|critical): package-\d <2\.0\.0: /)
})

test.each([[], ['info'], ['low', 'moderate']])('%j: lesser ones are said, and nothing fails', (...severities) => {
  expect(judgeAudit(auditOf(...severities))).toEqual({
    fails: false,
    lines: [`0 packages with known weaknesses that are high or critical, ${severities.length} with lesser ones.`],
  })
})

test.each([
  [
    'a refusal',
    JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } }),
    '405 Method Not Allowed',
  ],
  ['no network', JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'request failed', detail: '' } }), 'request failed'],
  ['nothing in time', '', 'no answer'],
  ['a page of some proxy', '<html></html>', 'no answer'],
  ['half a report', JSON.stringify({ vulnerabilities: {} }), 'no answer'],
  ['something that is no report', 'null', 'no answer'],
])('a registry that gives %s is no failure, and it is said that nothing was checked', (_what, report, reason) => {
  const { fails, lines } = judgeAudit(report)
  expect([fails, lines.length]).toEqual([false, 1])
  expect(lines[0]).toContain(reason)
  expect(lines[0]).toContain('NOT checked')
})
