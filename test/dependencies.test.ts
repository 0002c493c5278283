import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

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
