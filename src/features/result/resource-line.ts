import { bestLanguage } from '../../domain/resource/choose.ts'
import type { Resource } from '../../domain/resource/resource.ts'
import type { ProfileFile } from '../../protocol/profile.ts'

/** `language` where it is another than the reader's. */
export type Line = { readonly text: string; readonly language?: string }
type Lines = Readonly<Record<string, string>>

/** Ids are anybody's choice, and every object has a `constructor`. */
function lineIn(lines: Lines | undefined, id: string): string | undefined {
  return lines !== undefined && Object.hasOwn(lines, id) ? lines[id] : undefined
}

function ownLine({ words, profile }: ProfileFile, id: string, reader: string): Line | undefined {
  const said = (language: string): string | undefined => lineIn(words[language]?.resources, id)
  const languages = Object.keys(words).filter((language) => said(language) !== undefined)
  const best = languages.includes(reader) ? reader : bestLanguage({ languages }, reader)
  const language = best ?? profile.languages.find((each) => languages.includes(each)) ?? languages[0] ?? ''
  const text = said(language)
  return text === undefined ? undefined : { text, ...(language === reader ? {} : { language }) }
}

/**
 * The one line about a resource: Peil's in the reader's language, or the municipality's own in the language the reader knows best of
 * those it is written in.
 */
export function lineOf({ id }: Resource, ofPeil: Lines, file: ProfileFile | undefined, reader: string): Line | undefined {
  const text = lineIn(ofPeil, id)
  return (file && ownLine(file, id, reader)) ?? (text === undefined ? undefined : { text })
}
