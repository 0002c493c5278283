import { randomBytes } from 'node:crypto'
import english from 'zod/v4/locales/en.js'
import { roundFile } from '../../protocol/round-file.ts'
import { openRound } from '../issuer/open-round.ts'
import { type Command, done, refused } from './command.ts'
import { faultsOf, readJson } from './read-json.ts'

export const roundOpen: Command = {
  usage: 'FILE.json',
  words: 1,
  async run({ words: [path = ''] }, { stores, config: { publicOrigin }, clock }) {
    const json = await readJson(path)
    if (!json.ok) return refused(json.error)
    const file = roundFile.safeParse(json.value, { error: english().localeError })
    if (!file.success) return refused({ kind: 'file-has-faults' }, { faults: faultsOf(file.error) })
    const opened = await openRound({ issuer: stores().issuer, clock, random: randomBytes, publicOrigin }, file.data)
    return opened.ok ? done(opened.value) : refused(opened.error)
  },
}
