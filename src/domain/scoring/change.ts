import type { Assessment } from '../assessment/assessment.ts'
import type { Part } from '../instrument/instrument.ts'
import { levelOf } from './level.ts'

/** `not-comparable`: too few answers in one of the two, or an item has changed between them. */
export type Change = { readonly kind: 'same' } | { readonly kind: 'changed'; readonly steps: number } | { readonly kind: 'not-comparable' }

/** Change from one assessment to a later one, only in whole steps and only across equal item versions. */
export function changeBetween(before: Assessment, after: Assessment, part: Part): Change {
  const sameItems = part.items.every((item) => {
    const [first, second] = [before.answers[item.id], after.answers[item.id]]
    return first === undefined || second === undefined || first.version === second.version
  })
  const [was, is] = [levelOf(before, part), levelOf(after, part)]
  if (!sameItems || was.kind === 'too-few' || is.kind === 'too-few') return { kind: 'not-comparable' }
  return was.step === is.step ? { kind: 'same' } : { kind: 'changed', steps: is.step - was.step }
}
