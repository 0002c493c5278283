import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReviewSheets } from '../../protocol/review.ts'
import { makeSheet } from '../review/sheets.ts'
import { languagesIn, ownLocales, reviewable } from '../review/texts.ts'
import { type Command, done, refused } from './command.ts'

async function writeSheet(folder: string, locales: string, name: string, language: string): Promise<ReviewSheets> {
  const sheet = makeSheet({ locales, name, language })
  if (!sheet.ok) return { sheets: [], notWhole: [`${name}.${language}`] }
  if (sheet.value === undefined) return { sheets: [], notWhole: [] }
  const [html, table] = ['html', 'csv'].map((kind) => join(folder, `${name}.${language}.${kind}`)) as [string, string]
  await writeFile(html, sheet.value.html)
  await writeFile(table, sheet.value.table)
  return { sheets: [html, table], notWhole: [] }
}

export const reviewSheet: Command = {
  usage: '--out DIR [--pack ID] [--language L] [--locales DIR]',
  words: 0,
  required: ['out'],
  options: ['pack', 'language', 'locales'],
  async run({ options: { out = '', pack, language, locales = ownLocales } }) {
    const languages = languagesIn(locales)
    if (pack !== undefined && !reviewable.includes(pack)) return refused({ kind: 'text-unknown', known: reviewable.join(' ') })
    if (language !== undefined && !languages.includes(language)) return refused({ kind: 'language-unknown', known: languages.join(' ') })
    await mkdir(out, { recursive: true })
    const made: ReviewSheets = { sheets: [], notWhole: [] }
    for (const name of pack === undefined ? reviewable : [pack]) {
      for (const each of language === undefined ? languages : [language]) {
        const { sheets, notWhole } = await writeSheet(out, locales, name, each)
        made.sheets.push(...sheets)
        made.notWhole.push(...notWhole)
      }
    }
    return made.notWhole.length > 0 ? refused({ kind: 'text-not-whole' }, made) : done(made)
  },
}
