import { readdirSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

const server = `http://localhost:${process.env['PORT'] ?? '8080'}`

/** Who reads what. Staff need everything else before the first question; these come with their pages. */
const readersOf: Readonly<Record<string, string>> = {
  about: 'later',
  contribute: 'later',
  'my-data': 'later',
  plan: 'later',
  result: 'later',
  group: 'lead',
  owner: 'lead',
  'sign-in': 'lead',
  unit: 'lead',
}

function namespacesOf(language: string, readers: string): readonly string[] {
  return readdirSync(new URL(`locales/${language}/`, import.meta.url))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter((namespace) => (readersOf[namespace] ?? 'first') === readers)
}

function loaders(readers: string): string {
  const languages = readdirSync(new URL('locales/', import.meta.url))
  return languages.map((language) => `'${language}': () => import('virtual:words/${language}/${readers}')`).join(',')
}

function bundle(language: string, readers: string): string {
  const namespaces = namespacesOf(language, readers)
  const imports = namespaces.map((namespace, index) => `import w${index} from '/locales/${language}/${namespace}.json'`)
  const exported = namespaces.map((namespace, index) => `'${namespace}': w${index}`)
  return `${imports.join('\n')}\nexport default { ${exported.join(', ')} }`
}

/** Every folder in `locales/` is a language. Its words travel in three files. */
function words(): Plugin {
  return {
    name: 'peil-words',
    resolveId: (id) => (id.startsWith('virtual:words') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith('\0virtual:words')) return undefined
      const [, language, readers] = id.split('/')
      if (language === undefined || readers === undefined)
        return `export const first = {${loaders('first')}}, later = {${loaders('later')}}, lead = {${loaders('lead')}}`
      return bundle(language, readers)
    },
  }
}

/** `words-nb-first`, where others are called after their module. */
function fileNameOf({ facadeModuleId }: { readonly facadeModuleId: string | null }): string {
  const [, language, readers] = /virtual:words\/([^/]+)\/([^/]+)$/.exec(facadeModuleId ?? '') ?? []
  return language === undefined || readers === undefined ? 'assets/[name]-[hash].js' : `assets/words-${language}-${readers}-[hash].js`
}

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
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//],
        cleanupOutdatedCaches: true,
        // The first visit is ready for offline use without a reload. An update still waits until the person says yes.
        clientsClaim: true,
      },
    }),
  ],
  build: {
    target: 'safari16.4',
    manifest: true,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        chunkFileNames: fileNameOf,
        // What the first page needs comes as one file: many small ones are slow on a weak network.
        codeSplitting: { groups: [{ name: 'core', tags: ['$initial'], test: (id) => !/main\.tsx$|index\.html/.test(id) }] },
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
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/{build,e2e}/**'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: ['test/{build,e2e}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
