/** How something on a page is looked for, in a form that can be sent to the page. */
export type Match = { readonly text: string; readonly exact: boolean } | { readonly pattern: string; readonly flags: string }

export type Step =
  | { readonly by: 'css'; readonly css: string }
  | { readonly by: 'role'; readonly role: string; readonly name?: Match; readonly level?: number; readonly checked?: boolean }
  | { readonly by: 'text' | 'label'; readonly match: Match }
  | { readonly by: 'nth'; readonly index: number }
  | { readonly by: 'visible' }
  | { readonly by: 'or'; readonly other: Query }

/** Each step looks within what the one before it found. */
export type Query = readonly Step[]

export function matchFor(text: string | RegExp, exact = false): Match {
  return typeof text === 'string' ? { text, exact } : { pattern: text.source, flags: text.flags }
}

function describeMatch(match: Match): string {
  return 'pattern' in match ? `/${match.pattern}/${match.flags}` : `«${match.text}»`
}

/** In words, for whoever reads why a test failed. */
export function describeQuery(query: Query): string {
  return query.map(describeStep).join(' › ')
}

function describeStep(step: Step): string {
  switch (step.by) {
    case 'css':
      return step.css
    case 'role':
      return `${step.role}${step.name === undefined ? '' : ` ${describeMatch(step.name)}`}`
    case 'text':
    case 'label':
      return `${step.by} ${describeMatch(step.match)}`
    case 'nth':
      return `number ${step.index + 1}`
    case 'visible':
      return 'visible'
    case 'or':
      return `or ${describeQuery(step.other)}`
  }
}
