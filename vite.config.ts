import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

const server = `http://localhost:${process.env['PORT'] ?? '8080'}`

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['apple-touch-icon.png', 'icon.svg'],
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
      },
    }),
  ],
  build: {
    target: 'safari16.4',
    manifest: true,
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
        test: { name: 'built', include: ['test/{build,e2e}/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
})
