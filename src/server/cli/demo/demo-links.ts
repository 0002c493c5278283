import { parseCode } from '../../../protocol/code.ts'
import { slipLink } from '../../../protocol/slip.ts'
import { inviteLeader, inviteOwner } from '../../accounts/invite.ts'
import { hashOfCode } from '../../issuer/codes.ts'
import { isAccepting, roundsIn } from '../../issuer/rounds.ts'
import type { Sql } from '../../store/database.ts'
import type { DemoNotes } from './demo-notes.ts'
import { leaderUnit } from './fjordvik.ts'
import type { DemoSurroundings } from './make-demo.ts'

/** Where to go in the demo. `staff` is missing once its slips are used up or its round has closed. */
export type DemoLinks = {
  readonly municipality: string
  readonly rounds: { readonly released: string; readonly open: string }
  readonly staff?: { readonly link: string; readonly code: string }
  readonly leader: { readonly link: string }
  readonly owner: { readonly link: string }
}

async function isUnused(sql: Sql, { municipality, open, unit }: DemoNotes, code: string): Promise<boolean> {
  const rows = await sql.all(
    'SELECT 1 FROM code WHERE municipality = $1 AND round = $2 AND unit = $3 AND code_hash = $4 AND blinded_hash IS NULL',
    municipality,
    open,
    unit,
    hashOfCode(code),
  )
  return rows.length > 0
}

async function unusedSlip({ stores: { issuer }, publicOrigin, clock }: DemoSurroundings, notes: DemoNotes): Promise<DemoLinks['staff']> {
  const round = await roundsIn(issuer)(notes.open)
  if (round === undefined || !isAccepting(round, clock())) return undefined
  for (const printed of notes.codes) {
    const code = parseCode(printed)
    if (code.ok && (await isUnused(issuer, notes, code.value))) {
      return { link: slipLink(publicOrigin, { round: notes.open, unit: notes.unit, code: code.value, keyId: notes.keyId }), code: printed }
    }
  }
  return undefined
}

/** Fresh sign-in links, and a slip that nobody has used. */
export async function demoLinks(surroundings: DemoSurroundings, notes: DemoNotes): Promise<DemoLinks> {
  const { stores, publicOrigin, clock } = surroundings
  const { municipality, released, open } = notes
  const inviting = { publicOrigin, now: clock() }
  const staff = await unusedSlip(surroundings, notes)
  const leader = await inviteLeader(stores.issuer, { unit: leaderUnit, municipality }, inviting)
  const owner = await inviteOwner(stores.issuer, municipality, inviting)
  if (!leader.ok || !owner.ok) throw new Error('the demo municipality is not in the store that its notes belong to')
  return {
    municipality,
    rounds: { released, open },
    ...(staff === undefined ? {} : { staff }),
    leader: { link: leader.value },
    owner: { link: owner.value },
  }
}
