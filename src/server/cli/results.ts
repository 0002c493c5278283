import { unitResult } from '../../domain/anonymity/unit-result.ts'
import { roundsIn } from '../issuer/rounds.ts'
import { findDocument } from '../release/document.ts'
import { type Command, done, refused } from './command.ts'

export const results: Command = {
  usage: 'ROUND [--unit ID]',
  words: 1,
  options: ['unit'],
  async run({ words: [round = ''], options: { unit } }, { stores }) {
    const found = await roundsIn(stores().issuer)(round)
    if (found === undefined) return refused({ kind: 'round-unknown' })
    if (unit !== undefined && found.frozen.units.every((each) => each.unit !== unit)) return refused({ kind: 'unit-not-in-round' })
    const document = await findDocument(stores().released, round)
    if (document === undefined) return refused({ kind: 'round-not-released' })
    return done(unit === undefined ? document : unitResult(document, unit))
  },
}
