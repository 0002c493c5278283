import { useSyncExternalStore } from 'react'
import type { Device } from '../../storage/device.ts'

function watch(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export function useOnline(device: Device): boolean {
  return useSyncExternalStore(watch, device.isOnline)
}
