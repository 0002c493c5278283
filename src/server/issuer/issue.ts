import { createHash } from 'node:crypto'
import { type Result, fail, ok } from '../../domain/result.ts'
import { decodeBase64url } from '../../protocol/base64url.ts'
import { parseCode } from '../../protocol/code.ts'
import type { IssueMessage } from '../../protocol/issue.ts'
import type { Database, Sql, SqlValue } from '../store/database.ts'
import { hashOfCode } from './codes.ts'
import { type FindRound, type NotTaking, phaseFrom, unitOfRound, whyNotTaking } from './rounds.ts'
import { fitsModulus, signBlinded } from './unit-key.ts'

export type IssueDependencies = { readonly issuer: Database; readonly findRound: FindRound; readonly clock: () => Date }
export type IssueRefusal = { readonly kind: 'malformed' | 'code-unknown' | 'code-spent' } | NotTaking
type Signed = Result<{ readonly signature: string }, IssueRefusal>

type CodeKey = readonly [municipality: string, round: string, unit: string, codeHash: Uint8Array]

/** Spends a code that nobody has spent; of several who try at once one does. */
async function spendUnused(sql: Sql, [municipality, round, unit, codeHash]: CodeKey, blindedHash: Uint8Array): Promise<void> {
  const spent = await sql.all(
    `UPDATE code SET blinded_hash = $5
     WHERE municipality = $1 AND round = $2 AND unit = $3 AND code_hash = $4 AND blinded_hash IS NULL RETURNING unit`,
    ...[municipality, round, unit, codeHash, blindedHash],
  )
  if (spent.length === 0) return
  await sql.all(
    'UPDATE round_unit SET signed = signed + 1 WHERE municipality = $1 AND round = $2 AND unit = $3',
    ...[municipality, round, unit],
  )
}

async function findBlinded(sql: Sql, key: CodeKey): Promise<SqlValue | undefined> {
  const [code] = await sql.all(
    'SELECT blinded_hash FROM code WHERE municipality = $1 AND round = $2 AND unit = $3 AND code_hash = $4',
    ...key,
  )
  return code?.['blinded_hash']
}

/** A code signs one blinded message, and that one again as often as it is asked. */
async function spendCode(sql: Sql, key: CodeKey, blinded: Uint8Array): Promise<Signed> {
  const [municipality, round, unitId] = key
  const [unit] = await sql.all(
    `SELECT private_key, phase FROM round_unit
     JOIN round ON round.municipality = round_unit.municipality AND round.round = round_unit.round
     WHERE round_unit.municipality = $1 AND round_unit.round = $2 AND unit = $3`,
    ...[municipality, round, unitId],
  )
  const privateKey = unit?.['private_key']
  if (phaseFrom(unit) !== 'open' || !(privateKey instanceof Uint8Array)) return fail({ kind: 'round-closed' })
  const before = await findBlinded(sql, key)
  if (before === undefined) return fail({ kind: 'code-unknown' })
  const blindedHash = createHash('sha256').update(blinded).digest()
  if (before === null) await spendUnused(sql, key, blindedHash)
  const spentOn = before ?? (await findBlinded(sql, key))
  if (!(spentOn instanceof Uint8Array)) return fail({ kind: 'round-closed' })
  if (!blindedHash.equals(spentOn)) return fail({ kind: 'code-spent' })
  return ok({ signature: signBlinded(privateKey, blinded).toString('base64url') })
}

/** `POST /issue` (protocol, section 3). Nothing of the message is kept but the hash of what was signed. */
export async function issueToken(deps: IssueDependencies, message: IssueMessage): Promise<Signed> {
  const code = parseCode(message.code)
  const blinded = decodeBase64url(message.blinded)
  if (!code.ok || blinded === undefined) return fail({ kind: 'malformed' })
  const round = await deps.findRound(message.round)
  const unit = round && unitOfRound(round.frozen, message.unit)
  if (unit !== undefined && !fitsModulus(blinded, unit.n)) return fail({ kind: 'malformed' })
  const refusal = round && whyNotTaking(round, deps.clock())
  if (refusal !== undefined) return fail(refusal)
  if (round === undefined || unit === undefined) return fail({ kind: 'code-unknown' })
  const key: CodeKey = [round.municipality, message.round, message.unit, hashOfCode(code.value)]
  return deps.issuer.transaction((sql) => spendCode(sql, key, blinded), 'by-row')
}
