import { type Result, fail, ok } from '../domain/result.ts'
import { formatCode, parseCode } from './code.ts'
import { id, keyId, roundId } from './ids.ts'

/** What a slip's QR code says: `<origin>/r#1.<round>.<unit>.<code>.<keyId>`. Everything secret stands in the fragment. */
export type Slip = { readonly round: string; readonly unit: string; readonly code: string; readonly keyId: string }
export type SlipRefusal = { readonly kind: 'not-a-slip' } | { readonly kind: 'slip-too-new' }

/** Reads a slip from its link or from the fragment alone. `code` comes back as its 16 data symbols. */
export function parseSlip(text: string): Result<Slip, SlipRefusal> {
  const [version = '', round, unit, code = '', key, ...more] = text.slice(text.indexOf('#') + 1).split('.')
  if (/^\d+$/.test(version) && version !== '1') return fail({ kind: 'slip-too-new' })
  const parsed = {
    round: roundId.safeParse(round),
    unit: id.safeParse(unit),
    key: keyId.safeParse(key),
    code: parseCode(code),
  }
  if (version !== '1' || more.length > 0 || !parsed.round.success || !parsed.unit.success || !parsed.key.success || !parsed.code.ok)
    return fail({ kind: 'not-a-slip' })
  return ok({ round: parsed.round.data, unit: parsed.unit.data, code: parsed.code.value, keyId: parsed.key.data })
}

export function slipLink(origin: string, slip: Slip): string {
  return `${origin}/r#1.${slip.round}.${slip.unit}.${formatCode(slip.code)}.${slip.keyId}`
}
