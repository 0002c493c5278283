/// <reference types="vite-plugin-pwa/vanillajs" />
import { registerSW } from 'virtual:pwa-register'

/** `ready`: works without a network. `waiting`: a newer Peil is downloaded and waits for the person to say yes. */
export type Update = { readonly ready: boolean; readonly waiting: boolean }

let update: Update = { ready: false, waiting: false }
const listeners = new Set<() => void>()
let apply: ((reload?: boolean) => Promise<void>) | undefined

function change(next: Partial<Update>): void {
  update = { ...update, ...next }
  listeners.forEach((listener) => {
    listener()
  })
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
  await apply?.(true)
}
