import english from 'zod/v4/locales/en.js'
import type { $ZodError } from 'zod/v4/core'
import { languageReadings, ownPackFaults, type OwnPackFault } from '../../domain/content/own-pack-faults.ts'
import type { OwnPackDocument } from '../../domain/instrument/own-pack.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import { type PackChecked, ownPackBytes, ownPackDocument } from '../../protocol/own-pack.ts'
import type { CommandRefusal } from './refusals.ts'
import { faultsOf, readJson } from './read-json.ts'

/** What was found in a pack file. `document` only where the file has the form of a pack. */
export type ReadPack = { readonly checked: PackChecked; readonly document?: OwnPackDocument }

/** `words.nb.items.…` is a fault of that language; everything else is one of the file. */
function formFaults(error: $ZodError): readonly OwnPackFault[] {
  return faultsOf(error).map(({ field, problem }) => {
    const [, language = '', rest = ''] = /^words\.([^.]+)\.(.+)$/.exec(field) ?? []
    return language === '' ? { key: field, reason: problem } : { language, key: rest, reason: problem }
  })
}

function readForm(json: unknown): ReadPack {
  const read = ownPackDocument.safeParse(json, { error: english().localeError })
  if (!read.success) return { checked: { pack: null, languages: [], faults: [...formFaults(read.error)] } }
  const { id, version, for: place } = read.data.pack
  return {
    checked: { pack: { id, version, for: place }, languages: [...languageReadings(read.data)], faults: [...ownPackFaults(read.data)] },
    document: read.data,
  }
}

/** Reads a pack file and says everything that is wrong with it. */
export async function readPack(path: string): Promise<Result<ReadPack, CommandRefusal>> {
  const json = await readJson(path, ownPackBytes)
  return json.ok ? ok(readForm(json.value)) : fail(json.error)
}
