import type { Config } from '../config.ts'
import type { Stores } from '../store/stores.ts'
import { type CommandRefusal, describeRefusal } from './refusals.ts'

/** What a command works with. The stores are opened when first asked for, and closed when the command is done. */
export type Workplace = {
  readonly config: Config
  readonly stores: () => Stores
  readonly clock: () => Date
}

/** How a command ended: what goes to stdout as JSON, a message for stderr, and so the exit status. */
export type Outcome =
  | { readonly kind: 'done'; readonly print: unknown; readonly message?: string }
  /** Failed or refused. `print` where the refusal has details. */
  | { readonly kind: 'refused'; readonly message: string; readonly print?: unknown }
  /** Called in a way that it does not have. */
  | { readonly kind: 'misused'; readonly message: string }

export function done(print: unknown, message?: string): Outcome {
  return { kind: 'done', print, ...(message === undefined ? {} : { message }) }
}

export function refused(refusal: CommandRefusal, print?: unknown): Outcome {
  return { kind: 'refused', message: describeRefusal(refusal), ...(print === undefined ? {} : { print }) }
}

/** What follows the command's name: words in order, options with a value, and flags without. */
export type Words = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
}

export type Command = {
  /** As printed in the usage, after the command's name. */
  readonly usage: string
  /** How many words without `--` it takes. */
  readonly words: number
  readonly required?: readonly string[]
  readonly options?: readonly string[]
  readonly flags?: readonly string[]
  readonly run: (words: Words, workplace: Workplace) => Promise<Outcome>
}
