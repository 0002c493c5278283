import type { StatusKind } from '../../sync/status.ts'
import { CheckmarkCircleIcon, ClockIcon, ExclamationmarkTriangleIcon, InformationIcon, PaperplaneIcon } from '../../ui/icons/first-icons.ts'
import { ArrowUndoIcon, CalendarIcon, CloudSlashIcon, HourglassIcon, SealCheckmarkIcon } from '../../ui/icons/later-icons.ts'
import type { Icon } from '../../ui/icons/line-icon.tsx'
import type { Station } from './wayline.tsx'

export type StatusLook = { readonly tone: 'go' | 'wait' | 'done'; readonly Icon: Icon; readonly at?: Station }

/** `at`: how far along the course. Left out where it did not end in being counted. */
export const statusLooks: Readonly<Record<StatusKind, StatusLook>> = {
  joining: { tone: 'wait', Icon: ClockIcon },
  'joining-waits-for-network': { tone: 'wait', Icon: CloudSlashIcon },
  joined: { tone: 'go', Icon: SealCheckmarkIcon, at: 'ready' },
  'waiting-a-while': { tone: 'wait', Icon: ClockIcon, at: 'waiting' },
  'waiting-for-colleagues': { tone: 'wait', Icon: HourglassIcon, at: 'waiting' },
  'waiting-for-network': { tone: 'wait', Icon: CloudSlashIcon, at: 'waiting' },
  sending: { tone: 'go', Icon: PaperplaneIcon, at: 'waiting' },
  withdrawing: { tone: 'go', Icon: ArrowUndoIcon, at: 'sent' },
  'withdrawing-waits-for-network': { tone: 'wait', Icon: CloudSlashIcon, at: 'sent' },
  sent: { tone: 'go', Icon: PaperplaneIcon, at: 'sent' },
  elsewhere: { tone: 'wait', Icon: InformationIcon, at: 'waiting' },
  counted: { tone: 'done', Icon: CheckmarkCircleIcon, at: 'counted' },
  'counted-earlier': { tone: 'done', Icon: CheckmarkCircleIcon, at: 'counted' },
  withdrawn: { tone: 'go', Icon: ArrowUndoIcon, at: 'ready' },
  'not-sent': { tone: 'wait', Icon: CalendarIcon },
  'too-late': { tone: 'wait', Icon: CalendarIcon },
  unsure: { tone: 'wait', Icon: InformationIcon },
  conflict: { tone: 'wait', Icon: InformationIcon },
  'key-changed': { tone: 'wait', Icon: ExclamationmarkTriangleIcon, at: 'waiting' },
  refused: { tone: 'wait', Icon: ExclamationmarkTriangleIcon, at: 'waiting' },
}
