/** `ready`: works without a network. `waiting`: a newer Peil is downloaded and waits for the person to say yes. `asked`: they have. */
export type Update = { readonly ready: boolean; readonly waiting: boolean; readonly asked: boolean }

let update: Update = { ready: false, waiting: false, asked: false }
const listeners = new Set<() => void>()

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

function reload(): void {
  location.reload()
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

/** Tells when a newer worker has everything it needs. The very first one has nobody to wait for. */
function watch(registration: ServiceWorkerRegistration): void {
  const see = (): void => {
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) change({ waiting: true })
  }
  see()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', see))
  lookNowAndThen(registration)
}

/** Makes Peil usable offline from the next start. Without service workers (plain http) nothing happens. */
export function startUpdates(): void {
  if (!('serviceWorker' in navigator)) return
  const workers = navigator.serviceWorker
  if (workers.controller !== null) change({ ready: true })
  workers.addEventListener('controllerchange', () => {
    change({ ready: true })
    // Where somebody said yes in another tab, something may be half written here: this page goes on with the build it came from.
    if (update.asked) reload()
  })
  workers.register('/sw.js', { updateViaCache: 'none' }).then(watch, () => undefined)
}

export function watchUpdate(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentUpdate(): Update {
  return update
}

/** Starts the newer Peil. What is stored stays. The page is about to end: nothing should be begun on it. */
export async function applyUpdate(): Promise<void> {
  change({ asked: true })
  setTimeout(reload, patience)
  const registration = await navigator.serviceWorker.getRegistration()
  registration?.waiting?.postMessage({ type: 'SKIP_WAITING' })
}
