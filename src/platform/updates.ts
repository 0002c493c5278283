/// <reference types="vite-plugin-pwa/vanillajs" />
import { registerSW } from 'virtual:pwa-register'

/** `ready`: works without a network. `waiting`: a newer Peil is downloaded and waits for the person to say yes. */
export type Update = { readonly ready: boolean; readonly waiting: boolean }

let update: Update = { ready: false, waiting: false }
const listeners = new Set<() => void>()
let apply: (() => Promise<void>) | undefined
let isAsked = false

/** An app on the home screen may stay open for weeks, and a browser looks for a newer one only when a page is opened. */
const lookAfter = 60 * 60_000
/** Safari does not always tell when the newer one has taken over (WebKit bug 199110). */
const patience = 3_000

function change(next: Partial<Update>): void {
  update = { ...update, ...next }
  listeners.forEach((listener) => {
    listener()
  })
}

function lookNowAndThen(registration: ServiceWorkerRegistration): void {
  let looked = performance.now()
  const look = (): void => {
    if (document.visibilityState === 'hidden' || performance.now() - looked < lookAfter) return
    looked = performance.now()
    // Without a network it is looked for another time.
    registration.update().catch(() => undefined)
  }
  document.addEventListener('visibilitychange', look)
  addEventListener('online', look)
}

/** Makes Peil usable offline from the next start. Without service workers (plain http) nothing happens. */
export function startUpdates(): void {
  if (!('serviceWorker' in navigator)) return
  apply = registerSW({
    immediate: true,
    onOfflineReady: () => {
      change({ ready: true })
    },
    onNeedRefresh: () => {
      change({ waiting: true })
    },
    // In another tab somebody said yes. Here something may be half written: this page goes on with the build it came from.
    onNeedReload: () => {
      if (isAsked) location.reload()
    },
    onRegisteredSW: (_url, registration) => {
      if (registration) lookNowAndThen(registration)
    },
  })
  if (navigator.serviceWorker.controller !== null) change({ ready: true })
}

export function watchUpdate(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentUpdate(): Update {
  return update
}

/** Starts the newer Peil. What is stored stays. */
export async function applyUpdate(): Promise<void> {
  isAsked = true
  setTimeout(() => {
    location.reload()
  }, patience)
  await apply?.()
}
