import { lastSeen, setSeen } from '../operation/clock-seen.ts'
import { type Command, done } from './command.ts'

/** An operator has looked at the clock: a server that waited for that goes on within a minute. */
export const clockConfirm: Command = {
  usage: '',
  words: 0,
  async run(_words, { stores, clock }) {
    const { issuer } = stores()
    const [now, before] = [clock(), await lastSeen(issuer)]
    await setSeen(issuer, now)
    return done({ clock: now.toISOString(), lastSeen: before?.slice(0, 10) ?? null })
  },
}
