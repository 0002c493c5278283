import type { PackWords } from '../content/words.ts'
import type { Module, Pack, Sector } from './instrument.ts'

/** Questions that an owner or a researcher has written: asked in place of a sector's core, or of a module. */
export type OwnPack = Omit<Pack, 'id'> & { readonly id: string; readonly for: Sector | Module }

/** An own pack and its words, as one file. The first language is read where the reader's own is missing. */
export type OwnPackDocument = {
  readonly peil: 'pack'
  readonly v: 1
  readonly pack: OwnPack
  readonly words: Readonly<Record<string, PackWords>>
}

/** `sha256` is that of the document, and its name everywhere: what was answered is for ever the same questions. */
export type NamedPack = { readonly id: string; readonly sha256: string }
export type KeptPack = { readonly sha256: string; readonly document: OwnPackDocument }

const beforeEach = '+'
const beforeHash = '.'

/** The version of an instrument with own packs in it: `2026.1+our-school.<sha256>`. */
export function versionNaming(base: string, packs: readonly NamedPack[]): string {
  return [base, ...packs.map(({ id, sha256 }) => `${id}${beforeHash}${sha256}`)].join(beforeEach)
}

/** The own packs that a version names, in its order; none for an instrument that is all Peil's. */
export function packsNamed(version: string): readonly NamedPack[] {
  const [, ...named] = version.split(beforeEach)
  return named.map((each) => {
    const [id = '', sha256 = ''] = each.split(beforeHash)
    return { id, sha256 }
  })
}

/** Whether two versions have the same own packs in them. */
export function haveSamePacks(one: string, other: string): boolean {
  const [here, there] = [one, other].map((version) => packsNamed(version).map(({ sha256 }) => sha256))
  return here?.join() === there?.join()
}

/** What a version names, from what is kept. Nothing if one of them is not there. */
export function namedAmong(version: string, kept: readonly KeptPack[]): readonly KeptPack[] | undefined {
  const found = packsNamed(version).map(({ sha256 }) => kept.find((each) => each.sha256 === sha256))
  const there = found.filter((each) => each !== undefined)
  return there.length === found.length ? there : undefined
}
