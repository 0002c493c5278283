import { type Result, fail, ok } from '../domain/result.ts'
import type { SyncPorts } from './ports.ts'

export type TokenClient = Awaited<ReturnType<SyncPorts['loadToken']>>

/** A part of the app that is loaded late can be out of reach as a server can: before everything is on the device. */
export async function tokenClient({ loadToken }: SyncPorts): Promise<Result<TokenClient, { readonly kind: 'later' }>> {
  try {
    return ok(await loadToken())
  } catch {
    return fail({ kind: 'later' })
  }
}
