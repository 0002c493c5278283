import { parseArgs } from 'node:util'
import { type Result, fail, ok } from '../../domain/result.ts'
import { roundId } from '../../protocol/ids.ts'
import type { Command, Words } from './command.ts'

type Shape = Pick<Command, 'words' | 'options' | 'required' | 'flags'>

/** Ids may begin with a dash, and parseArgs takes such a word for an option: values are joined to their option, ids go last. */
function withoutAmbiguity(given: readonly string[], valued: readonly string[], flags: readonly string[]): string[] {
  const named: string[] = []
  const ids: string[] = []
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? ''
    const value = given[at + 1]
    if (valued.includes(word.slice(2)) && word.startsWith('--') && value !== undefined) {
      named.push(`${word}=${value}`)
      at += 1
    } else if (word.startsWith('-') && !flags.includes(word.slice(2)) && roundId.safeParse(word).success) ids.push(word)
    else named.push(word)
  }
  return ids.length > 0 ? [...named, '--', ...ids] : named
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Reads what follows the command's name. The refusal says in a sentence what is wrong. */
export function readWords(given: readonly string[], shape: Shape): Result<Words, string> {
  const { options = [], required = [], flags = [] } = shape
  const valued = [...options, ...required]
  try {
    const { values, positionals } = parseArgs({
      args: withoutAmbiguity(given, valued, flags),
      allowPositionals: true,
      options: {
        ...Object.fromEntries(valued.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
      },
    })
    const missing = required.find((name) => !values[name])
    if (missing !== undefined) return fail(`--${missing} is missing.`)
    if (positionals.length !== shape.words) return fail(`Expected ${shape.words} argument(s), got ${positionals.length}.`)
    return ok({
      words: positionals,
      options: Object.fromEntries(valued.map((name) => [name, textOf(values[name])])),
      flags: new Set(flags.filter((name) => values[name] === true)),
    })
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause))
  }
}
