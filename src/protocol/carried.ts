import * as z from 'zod/mini'
import type { Answer, Assessment } from '../domain/assessment/assessment.ts'
import { type Result, fail, ok } from '../domain/result.ts'
import { assessment as schema } from './assessment.ts'
import { decodeBase64url, encodeBase64url } from './base64url.ts'
import { valueOfJson } from './json-text.ts'

/** One assessment in a QR code, to be taken along without a file: `<origin>/hent#1.<payload>`. Nothing of a fragment reaches a server. */

export type CarryRefusal = { readonly kind: 'too-large' }
export type CarriedRefusal = { readonly kind: 'not-a-result' } | { readonly kind: 'result-too-new' }

/** More than this makes squares too small for a tablet's screen and a telephone's camera. */
export const longestLink = 1500
/** What a payload may grow to: five times the largest assessment, so that a made-up code cannot fill the memory. */
const mostText = 64 * 1024

const letters = { 'not-relevant': 'n', skipped: 's' } as const

function letterOf(answer: Answer): string {
  return answer.kind === 'step' ? String(answer.step) : letters[answer.kind]
}

function answerOf(letter: string): unknown {
  if (letter === letters.skipped) return { kind: 'skipped' }
  return letter === letters['not-relevant'] ? { kind: 'not-relevant' } : { kind: 'step', step: Number(letter) }
}

/** An answer is a letter and the version of its item, as in `31`. */
const packed = z.looseObject({ answers: z.record(z.string(), z.string().check(z.regex(/^[0-4ns]\d{1,4}$/))) })

function pack({ notes: _notes, answers, ...assessment }: Assessment): string {
  const short = Object.entries(answers).map(([item, { answer, version }]) => [item, `${letterOf(answer)}${version}`])
  return JSON.stringify({ ...assessment, answers: Object.fromEntries(short) as unknown })
}

function unpack(text: string): Assessment | undefined {
  const read = packed.safeParse(valueOfJson(text))
  if (!read.success) return undefined
  const answers = Object.entries(read.data.answers).map(([item, said]) => [
    item,
    { answer: answerOf(said.slice(0, 1)), version: Number(said.slice(1)) },
  ])
  const found = schema.safeParse({ ...read.data, notes: {}, answers: Object.fromEntries(answers) as unknown })
  // One that is still under way would stand before the person's own.
  return found.data?.finishedAt === undefined ? undefined : found.data
}

type Bytes = Uint8Array<ArrayBuffer>

async function pour(bytes: Bytes, into: WritableStream<BufferSource>): Promise<void> {
  const writer = into.getWriter()
  await writer.write(bytes)
  await writer.close()
}

/** Throws what the stream throws, and for more than `most` bytes. */
async function through(bytes: Bytes, { readable, writable }: CompressionStream | DecompressionStream, most: number): Promise<Bytes> {
  const poured = pour(bytes, writable)
  // Reading tells of the same fault first.
  poured.catch(() => undefined)
  const reader = readable.getReader()
  let all: Bytes = new Uint8Array()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return all
    const before = all
    all = new Uint8Array(before.length + value.length)
    all.set(before)
    all.set(value, before.length)
    if (all.length > most) {
      await reader.cancel()
      throw new RangeError('too much')
    }
  }
}

/** The link a QR code says. Notes stay behind. Packed with a checksum (RFC 1950), so that a letter that changed on the way is noticed. */
export async function carriedLink(origin: string, assessment: Assessment): Promise<Result<string, CarryRefusal>> {
  const bytes = new TextEncoder().encode(pack(assessment))
  const link = `${origin}/hent#1.${encodeBase64url(await through(bytes, new CompressionStream('deflate'), mostText))}`
  return link.length > longestLink ? fail({ kind: 'too-large' }) : ok(link)
}

async function inflated(payload: string): Promise<string | undefined> {
  const bytes = decodeBase64url(payload)
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await through(bytes, new DecompressionStream('deflate'), mostText))
  } catch {
    return undefined
  }
}

/** Reads the fragment of such a link, with or without its `#`. */
export async function readCarried(fragment: string): Promise<Result<Assessment, CarriedRefusal>> {
  const [version = '', payload = '', ...more] = fragment.replace(/^#/, '').split('.')
  if (/^\d+$/.test(version) && version !== '1') return fail({ kind: 'result-too-new' })
  const text = version === '1' && more.length === 0 ? await inflated(payload) : undefined
  const assessment = text === undefined ? undefined : unpack(text)
  return assessment === undefined ? fail({ kind: 'not-a-result' }) : ok(assessment)
}
