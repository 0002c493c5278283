import { isWithdrawal } from '../protocol/contribution.ts'
import type { KnownRound } from '../protocol/known-round.ts'
import type { JoinRefusalKind, Outcome, Participation, Trouble } from '../protocol/participation.ts'
import { waitOf } from './due.ts'

/** Where a participation stands, in the kinds that a person is told. */
export type StatusKind =
  | 'joining'
  | 'joining-waits-for-network'
  | 'joined'
  | 'waiting-a-while'
  | 'waiting-for-colleagues'
  | 'waiting-for-network'
  | 'sending'
  | 'withdrawing'
  | 'withdrawing-waits-for-network'
  | 'sent'
  /** Another device may have sent something for this place, or may yet. */
  | 'elsewhere'
  | Trouble
  | Outcome
export type Status =
  | { readonly kind: StatusKind; readonly canHurry?: boolean; readonly canChange?: boolean; readonly canWithdraw?: boolean }
  | { readonly kind: 'refused-place'; readonly refusal: JoinRefusalKind }

const waitKinds = { 'a-while': 'waiting-a-while', 'for-colleagues': 'waiting-for-colleagues' } as const

export function statusOf(
  participation: Participation,
  known: KnownRound | undefined,
  at: { readonly now: string; readonly online: boolean },
): Status {
  if ((participation.stage === 'joined' || participation.stage === 'sent') && participation.elsewhere !== undefined) {
    return { kind: 'elsewhere', canChange: true, canWithdraw: true }
  }
  switch (participation.stage) {
    case 'joining':
      if (participation.refusal !== undefined) return { kind: 'refused-place', refusal: participation.refusal }
      return { kind: at.online ? 'joining' : 'joining-waits-for-network' }
    case 'joined':
      return { kind: 'joined' }
    case 'waiting': {
      const withdraws = isWithdrawal(participation.version)
      const changeable = { canWithdraw: !participation.attempted && !withdraws, canChange: !participation.attempted }
      if (participation.trouble !== undefined) return { kind: participation.trouble, ...changeable }
      if (withdraws) return { kind: at.online ? 'withdrawing' : 'withdrawing-waits-for-network', ...changeable }
      const wait = waitOf(participation, known, at.now)
      if (wait.kind === 'due') return { kind: at.online ? 'sending' : 'waiting-for-network', ...changeable }
      return { kind: waitKinds[wait.kind], canHurry: true, ...changeable }
    }
    case 'sent':
      if (isWithdrawal(participation.acknowledged.version)) return { kind: 'withdrawn', canChange: true }
      return { kind: 'sent', canChange: true, canWithdraw: true }
    case 'settled':
      return { kind: participation.outcome }
  }
}
