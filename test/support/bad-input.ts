import { gzipSync } from 'node:zlib'
import { codeFromBits, formatCode } from '../../src/protocol/code.ts'

/** A schema as the interface describes it. */
export type Schema = {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}
type Json = Readonly<Record<string, unknown>>

/** In every body, so that a log that repeats one is found out. */
export const marker = 'peil-marker-7f3a'

const texts = ['2', '-', 'NO', 'aa', '2026-11-22', '2026', 'nb', '2027-01-01T00:00:00Z', 'a@b.example', 'https://a.example', '4601']

function textFor({ pattern, minLength = 1 }: Schema): string {
  const candidates = ['A'.repeat(minLength), 'a'.repeat(minLength), ...texts]
  const found = candidates.find((each) => pattern === undefined || new RegExp(pattern, 'u').test(each))
  if (found === undefined) throw new Error(`say in this file what fits ${pattern ?? ''}`)
  return found
}

/** Where the description does not say all that makes a value sound. */
const soundValues: Json = { code: formatCode(codeFromBits(new Uint8Array(10))) }

/** Something that has the documented form. */
export function sampleOf(schema: Schema): unknown {
  const [either] = schema.anyOf ?? schema.oneOf ?? []
  if (either !== undefined) return sampleOf(either)
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, each]) => [name, soundValues[name] ?? sampleOf(each)]))
  if (schema.type === 'array') return schema.items === undefined ? [] : [sampleOf(schema.items)]
  if (schema.type === 'string') return textFor(schema)
  if (schema.type === 'boolean') return true
  return schema.type === 'null' ? null : (schema.minimum ?? 1)
}

const ofTypes: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['number', 0],
  ['number', -1.5],
  ['boolean', true],
  ['string', marker],
  ['array', []],
  ['array', [marker]],
  ['object', {}],
  ['object', { [marker]: marker }],
]

function typesOf(schema: Schema): readonly string[] {
  const either = schema.anyOf ?? schema.oneOf
  if (either !== undefined) return either.flatMap(typesOf)
  return schema.type === undefined ? ofTypes.map(([type]) => type) : [schema.type === 'integer' ? 'number' : schema.type]
}

function nested(depth: number): unknown {
  return JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown
}

export type BadBody = {
  /** What it must be refused as; `malformed` or `too-large` if nothing is said. */
  readonly kind?: 'wrong-content-type'
  readonly what: string
  readonly payload: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** Every way in which one value can be of another form than documented, wherever it stands. */
function wrongValues(schema: Schema, at: string): readonly { readonly what: string; readonly value: unknown }[] {
  const here = ofTypes
    .filter(([type]) => !typesOf(schema).includes(type))
    .map(([type, value]) => ({ what: `${at} is ${type} ${JSON.stringify(value)}`, value }))
  const deep = [{ what: `${at} is deep`, value: nested(3000) }]
  const [either] = schema.anyOf ?? schema.oneOf ?? []
  if (either?.type === 'object') return [...here, ...wrongObjects(either, at)]
  return [...here, ...(typesOf(schema).includes('array') ? [] : deep), ...(schema.type === 'object' ? wrongObjects(schema, at) : [])]
}

const inherited = ['__proto__', 'constructor', 'prototype', 'toString', marker, '']

function wrongObjects(schema: Schema, at: string): readonly { readonly what: string; readonly value: unknown }[] {
  const sample = sampleOf(schema) as Json
  const without = (name: string): Json => Object.fromEntries(Object.entries(sample).filter(([each]) => each !== name))
  // Spreading would set the prototype instead of a field.
  const withField = (name: string, value: unknown): Json => Object.fromEntries([...Object.entries(without(name)), [name, value]])
  return [
    ...(schema.required ?? []).map((name) => ({ what: `${at}.${name} is missing`, value: without(name) })),
    ...inherited
      .filter((name) => !Object.hasOwn(schema.properties ?? {}, name))
      .map((name) => ({ what: `${at}.${name} is one too many`, value: withField(name, marker) })),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
      wrongValues(each, `${at}.${name}`).map(({ what, value }) => ({ what, value: withField(name, value) })),
    ),
  ]
}

/** Bodies that no route that takes JSON may accept. */
export function badBodies(schema: Schema): readonly BadBody[] {
  const sound = JSON.stringify(sampleOf(schema))
  const wrongly = wrongValues(schema, 'body').map(({ what, value }) => ({ what, payload: JSON.stringify(value) }))
  const broken = ['', ' ', '{', '}', sound.slice(0, -1), `${sound}${sound}`, `${sound},`, "{'v':1}", 'NaN', 'undefined', '\u0000', marker]
  const typed = [
    'text/plain',
    'text/csv',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'x',
    ';',
    'application/json5',
  ]
  return [
    ...wrongly,
    ...broken.map((payload) => ({ what: `body is ${JSON.stringify(payload)}`, payload })),
    ...typed.map((type) => ({
      what: `type is ${type}`,
      payload: sound,
      headers: { 'content-type': type },
      kind: 'wrong-content-type' as const,
    })),
    { what: 'body is huge', payload: JSON.stringify({ [marker]: 'x'.repeat(3 * 1024 * 1024) }) },
    { what: 'body is huge with spaces', payload: sound.padEnd(3 * 1024 * 1024) },
    { what: 'body is deep', payload: '['.repeat(8000) },
    { what: 'body is UTF-16', payload: Buffer.from(`\uFEFF${sound}`, 'utf16le') },
    { what: 'body is Latin-1 inside', payload: Buffer.from(sound.replace(/"(?=[,}])/, 'å"'), 'latin1') },
    { what: 'body is packed', payload: gzipSync(sound), headers: { 'content-encoding': 'gzip' } },
  ]
}

/** Values that no parameter in a path may have. */
export const badParameters = [
  '',
  ' ',
  '%00',
  '%2e%2e',
  '..%2f..',
  '%F0%9F%98%80',
  'a%2Fb',
  '__proto__%20',
  '%zz',
  '%C3%28',
  "'%20OR%201=1--",
  'A'.repeat(5000),
  '%41'.repeat(400),
]

export const badQueries = [
  'x=1',
  '__proto__=1',
  'constructor[prototype]=1',
  'skipFaulty=1',
  'skipFaulty=true&skipFaulty=true',
  'only=%00',
  'only[]=4601',
  '%zz=1&x',
  `x=${'A'.repeat(5000)}`,
]
