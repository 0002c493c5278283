import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { $ZodError } from 'zod/v4/core'
import english from 'zod/v4/locales/en.js'
import { roundFile } from '../../protocol/round-file.ts'
import { openRound } from '../issuer/open-round.ts'
import { type Command, done, refused } from './command.ts'

/** A field of the file that is not as it should be, such as `units.3.headcount.teacher`. */
type FieldFault = { readonly field: string; readonly problem: string }

function faultsOf(error: $ZodError): readonly FieldFault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.') || 'file', problem: issue.message }]
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), problem: 'Unknown field' }))
  })
}

function parseJson(content: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(content.replace(/^\uFEFF/, '')) }
  } catch {
    return undefined
  }
}

export const roundOpen: Command = {
  usage: 'FILE.json',
  words: 1,
  async run({ words: [path = ''] }, { stores, config: { publicOrigin }, clock }) {
    const content = await readFile(path, 'utf8').catch(() => undefined)
    if (content === undefined) return refused({ kind: 'file-unreadable' })
    const json = parseJson(content)
    if (json === undefined) return refused({ kind: 'file-not-json' })
    const file = roundFile.safeParse(json.value, { error: english().localeError })
    if (!file.success) return refused({ kind: 'file-has-faults' }, { faults: faultsOf(file.error) })
    const opened = await openRound({ issuer: stores().issuer, clock, random: randomBytes, publicOrigin }, file.data)
    return opened.ok ? done(opened.value) : refused(opened.error)
  },
}
