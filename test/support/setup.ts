import { afterEach, beforeEach } from 'vitest'

/** Output nobody asked for is a failure. A test that expects some replaces the method with vi.spyOn. */
const watched = ['debug', 'error', 'info', 'log', 'warn'] as const
let output: string[] = []

beforeEach(() => {
  output = []
  for (const method of watched) {
    console[method] = (...parts: unknown[]) => {
      output.push(`console.${method}: ${parts.map(String).join(' ')}`)
    }
  }
})

afterEach(() => {
  if (output.length > 0) throw new Error(`Unexpected console output\n${output.join('\n')}`)
})

if (typeof document !== 'undefined') {
  const { IDBKeyRange, indexedDB } = await import('fake-indexeddb')
  // The database copies what it keeps with the bytes of Node, and Dexie knows only bytes of the world it was loaded in.
  const { constructor: bytes } = structuredClone(new Uint8Array())
  Object.assign(globalThis, { IDBKeyRange, indexedDB, Uint8Array: bytes })
  // Where nothing has a size there is nowhere to scroll to.
  Element.prototype.scrollIntoView = () => undefined
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
