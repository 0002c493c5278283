import type { Result } from '../domain/result.ts'
import type { PeilDatabase } from './database.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'

export const colorSchemes = ['auto', 'light', 'dark'] as const
export type ColorScheme = (typeof colorSchemes)[number]

/** `shared`: several people, each with a place and a PIN of their own. */
export type DeviceUse = 'own' | 'shared'

export type Settings = {
  readonly language?: string
  readonly colorScheme?: ColorScheme
  readonly installHelp?: 'put-away'
  readonly device?: DeviceUse
}

/** What was stored is checked when read: an older or newer Peil may have written it. */
const read: { readonly [Key in keyof Required<Settings>]: (value: string) => Settings[Key] | undefined } = {
  language: (value) => value,
  colorScheme: (value) => colorSchemes.find((scheme) => scheme === value),
  installHelp: (value) => (value === 'put-away' ? value : undefined),
  device: (value) => (value === 'own' || value === 'shared' ? value : undefined),
}

export async function loadSettings(database: PeilDatabase): Promise<Settings> {
  const stored = new Map((await database.settings.toArray()).map(({ key, value }) => [key, value]))
  const value = (key: keyof Settings): string => stored.get(key) ?? ''
  return {
    ...(value('language') === '' ? {} : { language: value('language') }),
    ...pick('colorScheme', read.colorScheme(value('colorScheme'))),
    ...pick('installHelp', read.installHelp(value('installHelp'))),
    ...pick('device', read.device(value('device'))),
  }
}

function pick<Key extends keyof Settings>(key: Key, value: Settings[Key] | undefined): Settings {
  return value === undefined ? {} : { [key]: value }
}

export function saveSetting<Key extends keyof Settings>(
  database: PeilDatabase,
  key: Key,
  value: NonNullable<Settings[Key]>,
): Promise<Result<unknown, StorageRefusal>> {
  return onDevice(() => database.settings.put({ key, value }))
}
