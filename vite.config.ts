import { readFileSync, readdirSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { splitWords } from './src/i18n/namespaces.ts'

const server = `http://localhost:${process.env['PORT'] ?? '8080'}`

/** Which file a namespace travels in: before the first question, with later pages, or to leaders and owners. The others are packs. */
const readersOf: Readonly<Record<string, string>> = {
  app: 'first',
  assess: 'first',
  dimensions: 'first',
  steps: 'first',
  about: 'later',
  backup: 'later',
  cards: 'later',
  carry: 'later',
  contribute: 'later',
  finish: 'later',
  guest: 'later',
  health: 'later',
  install: 'later',
  instrument: 'later',
  keeping: 'later',
  'knowledge-check': 'later',
  'my-data': 'later',
  'own-pack': 'later',
  plan: 'later',
  resources: 'later',
  result: 'later',
  group: 'lead',
  owner: 'lead',
  'owner-profile': 'lead',
  profiles: 'lead',
  'shared-device': 'later',
  'sign-in': 'lead',
  unit: 'lead',
}

/** Small things that several later pages share. Each in a file of its own would be named in the first one. */
const sharedLater = new RegExp(
  `/src/(?:${[
    'ui/(?:action-button|file-field|icons/later-icons|not-fetched|outward-link|own-head|pairs|print-action|save-file|saved|segments|use-file-out)',
    'i18n/intervals',
    'platform/sharing',
    'protocol/(?:canonical-json|resource)',
    'storage/typed-key',
  ].join('|')})\\.`,
)

const locale = (language: string, namespace = ''): URL =>
  new URL(`locales/${language}/${namespace && `${namespace}.json`}`, import.meta.url)

/** What only the server prints is no part of the app. */
const printed = ['review']

function namespacesOf(language: string): readonly string[] {
  return readdirSync(locale(language))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter((namespace) => !printed.includes(namespace))
}

function packsOf(language: string): readonly string[] {
  return namespacesOf(language).filter((namespace) => readersOf[namespace] === undefined)
}

function partsOf(language: string, pack: string): ReturnType<typeof splitWords> {
  return splitWords(JSON.parse(readFileSync(locale(language, pack), 'utf8')) as Parameters<typeof splitWords>[0])
}

/** The first area of a sector comes by itself, the rest of the pack while the person reads. */
function fileOfPart(pack: string, part: string): string {
  return part.endsWith('.1') ? part : pack
}

/** Every namespace with its file: those of pages, and the parts of each pack. */
function filesOf(language: string): Readonly<Record<string, string>> {
  const parts = packsOf(language).flatMap((pack) => Object.keys(partsOf(language, pack)).map((part) => [part, fileOfPart(pack, part)]))
  return { ...readersOf, ...(Object.fromEntries(parts) as Record<string, string>) }
}

function loaders(language: string): string {
  const files = new Set(Object.values(filesOf(language)))
  return [...files].map((file) => `'${file}': () => import('virtual:words/${language}/${file}')`).join(',')
}

/** `files`: a loader per language and file. `fileOf`: where each namespace is. */
function index(): string {
  const languages = readdirSync(new URL('locales/', import.meta.url))
  const files = languages.map((language) => `'${language}': {${loaders(language)}}`)
  return `export const files = {${files.join(',')}}\nexport const fileOf = ${JSON.stringify(filesOf('nb'))}`
}

function bundlePages(language: string, file: string): string {
  const namespaces = namespacesOf(language).filter((namespace) => readersOf[namespace] === file)
  const imports = namespaces.map((namespace, index) => `import w${index} from '/locales/${language}/${namespace}.json'`)
  const exported = namespaces.map((namespace, index) => `'${namespace}': w${index}`)
  return `${imports.join('\n')}\nexport default { ${exported.join(', ')} }`
}

function bundlePack(language: string, pack: string, file: string): string {
  const parts = Object.entries(partsOf(language, pack)).filter(([part]) => fileOfPart(pack, part) === file)
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(parts)))})`
}

function bundle(language: string, file: string): string {
  const pack = packsOf(language).find((each) => each === file || `${each}.1` === file)
  return pack === undefined ? bundlePages(language, file) : bundlePack(language, pack, file)
}

/** Every folder in `locales/` is a language. Its words travel in a few files. */
function words(): Plugin {
  return {
    name: 'peil-words',
    resolveId: (id) => (id.startsWith('virtual:words') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith('\0virtual:words')) return undefined
      const [, language, file] = id.split('/')
      return language === undefined || file === undefined ? index() : bundle(language, file)
    },
  }
}

/** `words-nb-first`, where others are called after their module. */
function fileNameOf({ facadeModuleId }: { readonly facadeModuleId: string | null }): string {
  const [, language, file] = /virtual:words\/([^/]+)\/([^/]+)$/.exec(facadeModuleId ?? '') ?? []
  return language === undefined || file === undefined ? 'assets/[name]-[hash].js' : `assets/words-${language}-${file}-[hash].js`
}

/** What measures time. It runs alone, so that nothing beside it takes any. */
const timed = ['test/e2e/*-time.test.ts']

const inBrowsers = { testTimeout: 300_000, hookTimeout: 180_000 }

export default defineConfig({
  plugins: [
    words(),
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Peil',
        short_name: 'Peil',
        description: 'Se hvor du står i digital kompetanse, og få ett neste steg. Svarene blir på enheten.',
        lang: 'nb',
        start_url: '/',
        display: 'standalone',
        theme_color: '#f9f8f3',
        background_color: '#f9f8f3',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        globIgnores: ['previous-build.js'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//],
        cleanupOutdatedCaches: true,
        // The first visit is ready for offline use without a reload. An update still waits until the person says yes.
        clientsClaim: true,
        importScripts: ['/previous-build.js'],
      },
    }),
  ],
  build: {
    target: 'safari16.4',
    // Safari before 17 loads the few files of the first page one after the other instead.
    modulePreload: { polyfill: false },
    manifest: true,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        chunkFileNames: fileNameOf,
        // What the first page needs comes as one file: many small ones are slow on a weak network.
        codeSplitting: {
          groups: [
            { name: 'core', tags: ['$initial'], test: (id) => !/main\.tsx$|index\.html/.test(id) },
            { name: 'later', test: sharedLater },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server } },
  test: {
    setupFiles: ['test/support/setup.ts'],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/{build,e2e}/**', 'test/server/store/postgres/**', 'test/docs/operator-database.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [
            'test/server/{accounts,app,attack,backup,cli,collector,demo,issuer,operation,registry,release,retention,store,verify}/**/*.test.ts',
            'test/docs/operator-database.test.ts',
          ],
          // What has no store, works on files only, or looks into SQLite's own tables.
          exclude: [
            'test/server/{app/config,app/frame,demo/one-maker,collector/killed-before-commit,operation/disk-full,operation/start,registry/units-file,verify/damaged-files}.test.ts',
            'test/server/{attack/{files-beside,kept,other-sites,planning-day,wire},store/{sqlite,keys,shared-commit}}.test.ts',
          ],
          globalSetup: ['test/support/postgres-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: ['test/{build,e2e}/**/*.test.ts'],
          exclude: timed,
          globalSetup: ['test/support/demo-setup.ts'],
          ...inBrowsers,
        },
      },
      {
        extends: true,
        test: {
          name: 'timed',
          include: timed,
          ...inBrowsers,
        },
      },
    ],
  },
})
