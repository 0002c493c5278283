import * as z from 'zod/mini'
import { count, id, keyId, roundId } from './ids.ts'
import { unitEntry } from './session.ts'

/** What the administration commands print (protocol section 6). `units-import` prints `unitsImported`, `results` a released document. */
export const initialised = z.strictObject({ municipality: id, ownerLink: z.string() })
export type Initialised = z.infer<typeof initialised>

export const linkMade = z.strictObject({ link: z.string() })

/** The unit that is gone, and how many sessions and sign-in links of its leaders went with it. */
export const unitRemoved = z.strictObject({ removed: unitEntry, sessions: count, links: count })
export type UnitRemoved = z.infer<typeof unitRemoved>

/** `codes` are shown this once; only their hashes are kept. */
export const roundOpened = z.strictObject({
  round: roundId,
  link: z.string(),
  units: z.array(z.strictObject({ unit: id, keyId, codes: z.array(z.string()) })),
})
export type RoundOpened = z.infer<typeof roundOpened>

/** `pooled`: how many of the hidden units are in the `small-units` block. */
export const roundClosed = z.strictObject({
  round: roundId,
  sha256: z.string(),
  units: z.strictObject({ released: count, hidden: count, pooled: count }),
})
export type RoundClosed = z.infer<typeof roundClosed>
