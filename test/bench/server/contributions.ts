import { type KeyObject, constants, createPrivateKey, randomBytes, randomInt, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { Contribution } from '../../../src/protocol/contribution.ts'
import type { RoundUnit } from '../../../src/protocol/round.ts'
import { preparedMessage } from '../../../src/server/collector/token.ts'
import type { FrozenRound } from '../../../src/server/issuer/rounds.ts'
import type { Sql } from '../../../src/server/store/database.ts'

const signAside = promisify(sign)

/** Three in a hundred leave a dimension out. */
function randomValue(): string {
  return randomInt(100) < 3 ? '-' : '01234abcde'.charAt(randomInt(10))
}

async function unitKeys(issuer: Sql, round: string): Promise<ReadonlyMap<string, KeyObject>> {
  const rows = await issuer.all('SELECT unit, private_key FROM round_unit WHERE round = $1', round)
  return new Map(
    rows.map((row) => {
      const key = row['private_key'] instanceof Uint8Array ? Buffer.from(row['private_key']) : Buffer.alloc(0)
      return [String(row['unit']), createPrivateKey({ key, format: 'der', type: 'pkcs8' })]
    }),
  )
}

/** What stands on the wire is the same as after blinding: the blinded signature, once unblinded, is this one. */
async function signedFor(round: string, unit: RoundUnit, key: KeyObject): Promise<{ readonly t: string; readonly s: string }> {
  const t = randomBytes(32)
  const padding = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  const s = await signAside('sha384', preparedMessage(round, unit, t), padding)
  return { t: t.toString('base64url'), s: s.toString('base64url') }
}

/**
 * One contribution for each of so many people, as many in every unit, in no order. Their tokens are signed with the keys of the
 * units: blinding and unblinding, which a device does, would take thirty milliseconds for each.
 */
export async function makeContributions(issuer: Sql, frozen: FrozenRound, people: number): Promise<readonly Contribution[]> {
  const keys = await unitKeys(issuer, frozen.round)
  const one = async (unit: RoundUnit): Promise<Contribution> => {
    const key = keys.get(unit.unit)
    if (key === undefined) throw new Error(`no key of ${unit.unit}`)
    const token = await signedFor(frozen.round, unit, key)
    const tier = unit.tiers.length === 0 ? '-' : String(randomInt(unit.tiers.length))
    // The first always has a value: a contribution without one is none.
    const values = frozen.dimensions.map((_, at) => (at === 0 ? String(randomInt(5)) : randomValue())).join('')
    return { v: 1, round: frozen.round, unit: unit.unit, ...token, tier, values, r: randomBytes(32).toString('base64url') }
  }
  const made = Array.from({ length: people }, (_, at) => frozen.units[at % frozen.units.length]).filter((unit) => unit !== undefined)
  const contributions = await Promise.all(made.map(one))
  return contributions
    .map((contribution) => ({ contribution, place: randomInt(2 ** 40) }))
    .sort((a, b) => a.place - b.place)
    .map(({ contribution }) => contribution)
}
