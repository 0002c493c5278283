import { type HouseRules, houseRules } from '../../domain/content/house-rules.ts'
import { sentencesIn } from '../../domain/content/sentences.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import type { ReviewFault, ReviewImported, TableFaultReason } from '../../protocol/review.ts'
import { type Found, checkFile } from './check.ts'
import type { Row, Table, TableFault } from './read-table.ts'
import { replaceSentences } from './replace.ts'
import { plainCell } from './table.ts'
import { languagesIn, readJson, readText, reference, reviewable } from './texts.ts'

const sentences: Readonly<Record<TableFaultReason, string>> = {
  'column-missing': 'The table needs the columns key, text and correction.',
  'quote-not-closed': 'A quotation mark is opened and not closed.',
  'sheet-unknown': 'Neither the row “sheet” nor the name of the table says which text this is, as in privacy.nb.csv.',
  'language-without-rules': 'The content check has no rules for this language.',
  'key-unknown': 'The text has no such place.',
  'key-repeated': 'This place was corrected in an earlier row, in other words.',
  'text-changed-since':
    'The sentence has changed since the sheet was made. Make a new sheet, and correct the sentence that stands there now.',
  malformed: 'The sentence does not have the form it needs.',
}

export function describeTableFault({ line, key, reason }: TableFault): ReviewFault {
  return { line, key, reason, text: sentences[reason] }
}

const hint = 'Would somebody who answered last year choose differently now? Then raise the item’s version in src/instruments.'

/** A described step or its situation says what an item means. */
function meansSomething(key: string): boolean {
  return /^items\/.*\/(anchors\/\d|stem)$/.test(key)
}

function rowFaults(rows: readonly Row[], standing: ReadonlyMap<string, string>): readonly TableFault[] {
  return rows.flatMap(({ line, key, text, correction }, at): TableFault[] => {
    const now = standing.get(key)
    if (now === undefined) return [{ line, key, reason: 'key-unknown' }]
    if (plainCell(now) !== text) return [{ line, key, reason: 'text-changed-since' }]
    const before = rows.slice(0, at).find((row) => row.key === key)
    return before === undefined || before.correction === correction ? [] : [{ line, key, reason: 'key-repeated' }]
  })
}

/** Only what the corrections brought: a text that had a fault before may still be corrected elsewhere. */
function brought(before: readonly Found[], after: readonly Found[]): readonly Found[] {
  const nameOf = ({ key, text }: Found) => `${key} ${text.replace(/\d+(\.\d+)?/g, '')}`
  const known = new Set(before.map(nameOf))
  return after.filter((each) => !known.has(nameOf(each)))
}

type Text = {
  readonly name: string
  readonly language: string
  readonly json: string
  readonly original: unknown
  readonly rules: HouseRules
}

function textOf({ sheet }: Table, locales: string): Result<Text, TableFaultReason> {
  const [name = '', language = ''] = sheet.split('.')
  const json = reviewable.includes(name) && languagesIn(locales).includes(language) ? readText(locales, language, name) : undefined
  if (json === undefined) return fail('sheet-unknown')
  const rules = houseRules[language]
  if (rules === undefined) return fail('language-without-rules')
  return ok({ name, language, json, rules, original: language === reference ? undefined : readJson(locales, reference, name) })
}

function lineIn(rows: readonly Row[], key: string): number {
  const row = rows.find((each) => each.key === key) ?? rows.find((each) => each.key.startsWith(key)) ?? rows[0]
  return row?.line ?? 1
}

export type Corrected = Omit<ReviewImported, 'written'> & { readonly file: string; readonly json: string }

function applyTo({ name, language, json, original, rules }: Text, table: Table): Corrected {
  const rows = table.rows.filter(({ text, correction }) => correction !== '' && correction !== text)
  const unusable = rowFaults(rows, sentencesIn(JSON.parse(json)))
  const usable = rows.filter(({ line }) => unusable.every((fault) => fault.line !== line))
  const changes = new Map(usable.map(({ key, correction }) => [key, correction]))
  const corrected = replaceSentences(json, changes)
  const check = (words: string) => checkFile(name, rules, JSON.parse(words), original)
  const found = brought(check(json), check(corrected)).map((each) => ({ line: lineIn(usable, each.key), ...each }))
  return {
    corrected: changes.size,
    unchanged: table.rows.length - rows.length,
    faults: [...unusable.map(describeTableFault), ...found],
    hints: [...changes.keys()].filter(meansSomething).map((key) => ({ key, hint })),
    file: `${language}/${name}.json`,
    json: corrected,
  }
}

/** Applies the corrections of a table to the text as it stands and reads the whole again. Nothing is written. */
export function correct(table: Table, locales: string): Result<Corrected, ReviewFault> {
  const text = textOf(table, locales)
  return text.ok ? ok(applyTo(text.value, table)) : fail(describeTableFault({ line: 1, key: table.sheet, reason: text.error }))
}
