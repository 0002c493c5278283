import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** The import table: which rooms a room may use, and which packages. */
const table: Record<string, { rooms: string[]; packages: string[] }> = {
  domain: { rooms: [], packages: [] },
  instruments: { rooms: ['domain'], packages: [] },
  protocol: { rooms: ['domain'], packages: ['zod'] },
  token: { rooms: [], packages: ['@cloudflare/blindrsa-ts'] },
  storage: { rooms: ['domain', 'protocol'], packages: ['dexie', '@noble/ciphers'] },
  sync: { rooms: ['domain', 'protocol', 'token'], packages: [] },
  platform: { rooms: [], packages: ['@nuintun/qrcode'] },
  i18n: { rooms: ['locales'], packages: ['i18next', 'react-i18next', 'virtual:words'] },
  ui: { rooms: [], packages: ['react', '@digdir/designsystemet-css', 'uqr'] },
  features: {
    rooms: ['domain', 'instruments', 'protocol', 'storage', 'sync', 'i18n', 'ui'],
    packages: ['react', 'react-router', 'react-i18next', 'dexie-react-hooks'],
  },
  app: {
    rooms: ['domain', 'instruments', 'protocol', 'token', 'storage', 'sync', 'platform', 'i18n', 'ui', 'features'],
    packages: ['react', 'react-dom', 'react-router'],
  },
  server: {
    rooms: ['domain', 'instruments', 'protocol'],
    packages: ['node:*', 'zod', 'fastify', '@fastify/*', 'fastify-type-provider-zod', 'helmet', 'papaparse', 'pg'],
  },
}
/** The demo plays the devices of an invented staff, so it needs the client side of a token. */
const exceptions: Record<string, string[]> = { 'src/server/cli/demo/': ['@cloudflare/blindrsa-ts'] }

type Import = { target: string; typeOnly: boolean }
type SourceFile = { path: string; tree: ts.SourceFile; imports: Import[] }

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (clause === undefined) return false
  const named = clause.namedBindings
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  return clause.name === undefined && named !== undefined && ts.isNamedImports(named) && named.elements.every((each) => each.isTypeOnly)
}

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ target: node.moduleSpecifier.text, typeOnly: isTypeOnly(node) })
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const target = node.arguments[0]
      found.push({ target: target && ts.isStringLiteralLike(target) ? target.text : '(computed)', typeOnly: false })
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ target: node.argument.literal.text, typeOnly: true })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

const files: SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const tree = ts.createSourceFile(path, readFileSync(join('src', path), 'utf8'), ts.ScriptTarget.Latest, true)
    return { path: join('src', path), tree, imports: importsOf(tree) }
  })

const roomOf = (path: string): string => path.split('/')[path.startsWith('src/') ? 1 : 0] ?? ''
const featureOf = (path: string): string => path.split('/').slice(0, 3).join('/')
const resolved = (from: SourceFile, target: string): string => relative('.', resolve(dirname(from.path), target.replace(/\?.*$/, '')))

function allowsPackage(from: SourceFile, target: string): boolean {
  const allowed = [
    ...(table[roomOf(from.path)]?.packages ?? []),
    ...Object.entries(exceptions).flatMap(([folder, packages]) => (from.path.startsWith(folder) ? packages : [])),
  ]
  return allowed.some((name) =>
    name.endsWith('*') ? target.startsWith(name.slice(0, -1)) : target === name || target.startsWith(`${name}/`),
  )
}

function faultOf(from: SourceFile, { target, typeOnly }: Import): string | undefined {
  if (!target.startsWith('.')) return allowsPackage(from, target) ? undefined : `package ${target}`
  const path = resolved(from, target)
  const [own, other] = [roomOf(from.path), roomOf(path)]
  if (own === 'features' && other === 'features') return featureOf(from.path) === featureOf(path) ? undefined : `another feature: ${path}`
  if (own === other) return undefined
  if (!(table[own]?.rooms ?? []).includes(other)) return path
  return own === 'features' && other === 'protocol' && !typeOnly ? `${path} (types only)` : undefined
}

test('every source file lies in a room of the house', () => {
  expect(files.length).toBeGreaterThan(0)
  expect(files.map(({ path }) => path).filter((path) => table[roomOf(path)] === undefined || path.split('/').length < 3)).toEqual([])
  expect(
    files.filter(({ path }) => /(^|\/)(utils|helpers|hooks|services|types|common)(\/|\.tsx?$)/.test(path)).map(({ path }) => path),
  ).toEqual([])
})

test('no file imports what its room may not use', () => {
  const faults = files.flatMap((file) => file.imports.flatMap((each) => faultOf(file, each)?.replace(/^/, `${file.path} → `) ?? []))
  expect(faults).toEqual([])
})

test('no file imports itself at run time, on whatever way round', () => {
  const edges = new Map(
    files.map((file) => [
      file.path,
      file.imports.filter(({ target, typeOnly }) => target.startsWith('.') && !typeOnly).map(({ target }) => resolved(file, target)),
    ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path) || trail.includes(path)) return
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) walk(path, [])
  expect(circles).toEqual([])
})

test('the domain knows neither clock nor chance', () => {
  const faults: string[] = []
  for (const { path, tree } of files.filter((file) => roomOf(file.path) === 'domain')) {
    const visit = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && node.expression.getText() === 'Date') faults.push(`${path}: new Date`)
      if (ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random', 'performance.now'].includes(node.getText()))
        faults.push(`${path}: ${node.getText()}`)
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  expect(faults).toEqual([])
})
