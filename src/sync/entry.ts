import { type Result, fail, ok } from '../domain/result.ts'
import { type CodeRefusal, formatCode, parseCode } from '../protocol/code.ts'
import { roundId } from '../protocol/ids.ts'
import { type Slip, type SlipRefusal, parseSlip } from '../protocol/slip.ts'

/** What a person can open or type to join: a slip's whole link, a round's link, or the code alone. */
export type LinkedEntry = { readonly kind: 'slip'; readonly slip: Slip } | { readonly kind: 'round'; readonly round: string }
export type Entry = LinkedEntry | { readonly kind: 'code'; readonly code: string }
export type LinkRefusal = SlipRefusal | { readonly kind: 'other-address'; readonly address: string }
export type EntryRefusal = CodeRefusal | LinkRefusal

/** The fragment of `<origin>/r#…`, with or without its `#`. */
export function parseFragment(fragment: string): Result<LinkedEntry, SlipRefusal> {
  const [version, round, ...rest] = fragment.replace(/^#/, '').split('.')
  const parsedRound = roundId.safeParse(round)
  if (version === '1' && rest.length === 0 && parsedRound.success) return ok({ kind: 'round', round: parsedRound.data })
  const slip = parseSlip(fragment)
  return slip.ok ? ok({ kind: 'slip', slip: slip.value }) : slip
}

/** Reads what was typed or pasted. Links to another server's rounds are refused: their codes mean nothing here. */
export function parseEntry(typed: string, origin: string): Result<Entry, EntryRefusal> {
  const text = typed.trim()
  if (!text.includes('#')) {
    const code = parseCode(text)
    return code.ok ? ok({ kind: 'code', code: code.value }) : code
  }
  const address = text.slice(0, text.indexOf('#')).replace(/\/r\/?$/, '')
  if (address !== '' && address !== origin && !origin.endsWith(`://${address}`)) return fail({ kind: 'other-address', address })
  return parseFragment(text.slice(text.indexOf('#')))
}

/** Reads a QR code. The whole link stands in ours; whatever else a code may say is not a slip, however it looks. */
export function parseScanned(text: string, origin: string): Result<LinkedEntry, LinkRefusal> {
  const [, address = '', fragment = ''] = /^(https?:\/\/[^/?#\s]+)\/r\/?#(\S*)$/.exec(text.trim()) ?? []
  const entry = parseFragment(fragment)
  if (address === origin) return entry
  return fail(entry.ok ? { kind: 'other-address', address } : { kind: 'not-a-slip' })
}

const typedLength = 17

/** What has been typed of a code so far, in the groups of the slip: `abcdefg` → `ABCD-EFG`. Other texts stay as they are. */
export function groupTyped(typed: string): string {
  const text = typed.toUpperCase().replace(/[\s-]/g, '')
  return text.length > typedLength || /[^0-9A-Z*~$=]/.test(text) ? typed : (text.match(/.{1,4}/g) ?? []).join('-')
}

export { formatCode }
