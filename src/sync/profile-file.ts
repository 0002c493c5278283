import { fitToCatalogue } from '../domain/profile/catalogue.ts'
import type { ProfileFault } from '../domain/profile/faults.ts'
import type { Resource } from '../domain/resource/resource.ts'
import { type Result, fail, ok } from '../domain/result.ts'
import { type ProfileFile, fileFaults, profileBytes, profileFile } from '../protocol/profile.ts'

/** `cut`: the beginning of a data file, without its end. `wrong-form`: what has the wrong form, by its way into the file. */
export type ProfileFileRefusal =
  | { readonly kind: 'too-large' | 'unreadable' | 'cut' | 'not-data' | 'foreign' | 'newer' }
  | { readonly kind: 'wrong-form'; readonly fields: readonly string[] }
  | { readonly kind: 'faulty'; readonly faults: readonly ProfileFault[] }

/** A file that somebody chose: the browser's `File`. */
type Chosen = { readonly size: number; readonly text: () => Promise<string> }

function isNewer(json: object): boolean {
  return 'v' in json && typeof json.v === 'number' && json.v > 1
}

function readJson(text: string): Result<object, ProfileFileRefusal> {
  try {
    const json: unknown = JSON.parse(text)
    const isProfile = typeof json === 'object' && json !== null && 'v' in json && 'profile' in json
    return isProfile ? ok(json) : fail({ kind: 'foreign' })
  } catch {
    return fail({ kind: /^\s*\{/.test(text) ? 'cut' : 'not-data' })
  }
}

function readForm(json: object, shipped: readonly Resource[]): Result<ProfileFile, ProfileFileRefusal> {
  if (isNewer(json)) return fail({ kind: 'newer' })
  const read = profileFile.safeParse(json)
  if (!read.success) return fail({ kind: 'wrong-form', fields: read.error.issues.map(({ path }) => path.join('.')) })
  const file = { ...read.data, profile: fitToCatalogue(read.data.profile, shipped) }
  const faults = fileFaults(file, shipped)
  return faults.length > 0 ? fail({ kind: 'faulty', faults }) : ok(file)
}

/** Reads a profile file, fitted to the catalogue of this Peil, or says why it cannot be used. */
export async function readProfileFile(chosen: Chosen, shipped: readonly Resource[]): Promise<Result<ProfileFile, ProfileFileRefusal>> {
  if (chosen.size > profileBytes) return fail({ kind: 'too-large' })
  const text = await chosen.text().catch(() => undefined)
  if (text === undefined) return fail({ kind: 'unreadable' })
  const json = readJson(text.replace(/^\uFEFF/, ''))
  return json.ok ? readForm(json.value, shipped) : json
}
