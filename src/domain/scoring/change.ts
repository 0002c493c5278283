import type { Assessment } from '../assessment/assessment.ts'
import type { Item, Part } from '../instrument/instrument.ts'
import { levelOf } from './level.ts'

/** `not-comparable`: too few answers in one of the two, or an item has changed between them. */
export type Change = { readonly kind: 'same' } | { readonly kind: 'changed'; readonly steps: number } | { readonly kind: 'not-comparable' }

function hasChanged(assessment: Assessment, item: Item): boolean {
  const given = assessment.answers[item.id]
  return given !== undefined && given.version !== item.version
}

/** Change from one assessment to a later one, only in whole steps and only across equal item versions. */
export function changeBetween(before: Assessment, after: Assessment, part: Part): Change {
  const itemsChanged = part.items.some((item) => hasChanged(before, item) || hasChanged(after, item))
  const [was, is] = [levelOf(before, part), levelOf(after, part)]
  if (itemsChanged || was.kind === 'too-few' || is.kind === 'too-few') return { kind: 'not-comparable' }
  return was.step === is.step ? { kind: 'same' } : { kind: 'changed', steps: is.step - was.step }
}
