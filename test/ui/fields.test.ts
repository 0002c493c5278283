import { readFileSync, readdirSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** What one types into brings up a keyboard; these do not. */
const without = ['radio', 'checkbox', 'file']

type Field = { readonly at: string; readonly tag: string; readonly said: ReadonlyMap<string, string> }

/** The attributes somebody has written on an element, each with its source. */
function attributesOf(element: ts.JsxSelfClosingElement | ts.JsxOpeningElement): ReadonlyMap<string, string> {
  const written = element.attributes.properties.filter(ts.isJsxAttribute)
  return new Map(written.map(({ name, initializer }) => [name.getText(), initializer?.getText().replaceAll(/^["'{]|["'}]$/g, '') ?? '']))
}

function fieldsIn(path: string): Field[] {
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: Field[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) {
      const tag = node.tagName.getText()
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
      if (tag === 'input' || tag === 'textarea') found.push({ at: `${path}:${line}`, tag, said: attributesOf(node) })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

const typed = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .flatMap((path) => fieldsIn(`src/${path}`))
  // Either of two that bring up no keyboard, as a component may let its user choose.
  .filter(({ said, tag }) => tag === 'textarea' || !(without.includes(said.get('type') ?? '') || said.has('checked')))

test('every field one types into is found', () => {
  expect(typed.length).toBeGreaterThan(8)
})

test.each(typed)('$at tells the keyboard what is written in it', ({ tag, said }) => {
  expect(said.get('autoComplete'), 'nothing of a colleague is offered to the next').toBe('off')
  expect(said.get('autoCapitalize')).toBeDefined()
  if (tag === 'input') expect(said.get('enterKeyHint'), 'what the big key does').toBeDefined()
  expect(said.get('type') ?? '', 'a browser offers to keep what stands in a password field').not.toContain('password')
  expect(said.get('className'), 'it has the size of other fields').toContain('ds-input')
  if ((said.get('className') ?? '').includes('num')) expect(said.get('inputMode')).toBe('numeric')
})
