import type { ClientConfig } from 'pg'

/** Each store has a role, and a schema of the same name that the role owns. No role may look into another's schema. */
export const storeRoles = ['peil_issuer', 'peil_collector', 'peil_released'] as const
export type StoreRole = (typeof storeRoles)[number]

/** Advisory locks of ours: the first of their two numbers. */
export const migrationLockClass = 1_885_694_316
export const releaseLockClass = 1_885_694_317
export const serverLockClass = 1_885_694_318

/** Where a machine that is gone without a word still holds a lock, the database finds out within two minutes. */
const keepalives = ['tcp_keepalives_idle=60', 'tcp_keepalives_interval=15', 'tcp_keepalives_count=4']

/** A connection that acts as a role from its first statement on, and writes to the disk what it acknowledges. */
export function connectionOf(url: string, role?: StoreRole): ClientConfig {
  const own = new URL(url)
  const settings = [
    'synchronous_commit=on',
    'client_min_messages=warning',
    ...keepalives,
    ...(role === undefined ? [] : [`role=${role}`, `search_path=${role}`]),
  ]
  const options = [own.searchParams.get('options') ?? '', ...settings.map((setting) => `-c ${setting}`)].join(' ').trim()
  own.searchParams.delete('options')
  return { connectionString: own.href, options, application_name: 'peil', keepAlive: true }
}
