import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

type Chunk = { file: string; name?: string; src?: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[]; css?: string[] }
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')) as Record<string, Chunk>

const kilobytes = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length, 0) / 1000

/** The files a chunk needs before it can run: itself, what it imports, and their styles. */
function filesOf(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`${key} is not in the build manifest`)
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const css of chunk.css ?? []) found.add(css)
  for (const each of chunk.imports ?? []) filesOf(each, found)
  return found
}

const keyOf = (matches: (key: string, chunk: Chunk) => boolean): string => {
  const key = Object.keys(manifest).find((each) => matches(each, manifest[each] ?? { file: '' }))
  if (key === undefined) throw new Error('not in the build manifest')
  return key
}

/** The first area is what the first question needs; that of schools is the largest. */
const pack = 'virtual:words/nb/skole.1'

/**
 * From the home page to the first question, in the reference language. Left out:
 * screens that come after the questions, or only when something is missing.
 */
function staffPath(): Set<string> {
  const files = filesOf(keyOf((_key, chunk) => chunk.isEntry === true))
  for (const key of Object.keys(manifest)) {
    if (
      /^src\/features\/(start|assess)\/(?!more-parts|story|questions-missing|other-language)/.test(key) ||
      key === 'virtual:words/nb/first' ||
      key === pack
    )
      filesOf(key, files)
  }
  return files
}

test('the first load of the staff path is at most 190 kB and 12 requests', () => {
  const files = staffPath()
  const others = ['barnehage', 'sfo'].map((sector) => kilobytes(filesOf(`virtual:words/nb/${sector}.1`)))
  expect(kilobytes(filesOf(pack)), 'the largest first area').toBeGreaterThanOrEqual(Math.max(...others))
  expect(kilobytes([...files, 'index.html'])).toBeLessThanOrEqual(190)
  expect(files.size + 1).toBeLessThanOrEqual(12)
})

test('the staff path carries no leader or owner page, no token client, no other language and no other pack', () => {
  const files = staffPath()
  const foreign = Object.entries(manifest).filter(
    ([key]) =>
      key === 'src/app/office.tsx' ||
      /^src\/token\//.test(key) ||
      (/^virtual:words\//.test(key) && key !== 'virtual:words/nb/first' && key !== pack),
  )
  expect(foreign.length).toBeGreaterThan(6)
  expect(foreign.filter(([, chunk]) => files.has(chunk.file)).map(([key]) => key)).toEqual([])
})

test('the whole app stored for offline use is at most 900 kB', () => {
  const stored = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|css|html|svg|png|webmanifest)$/.test(file),
  )
  expect(kilobytes(stored)).toBeLessThanOrEqual(900)
})
