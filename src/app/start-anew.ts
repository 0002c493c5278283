import { leavePage } from '../platform/leave-page.ts'
import { joinTabs } from '../platform/tabs.ts'
import { forgetAlong } from '../storage/along.ts'

/** Who may see what has changed: here and in every other tab Peil begins again, at the door if there is one now. */
export function startAnew(): void {
  const tabs = joinTabs(() => undefined)
  tabs.say('')
  tabs.leave()
  forgetAlong()
  leavePage()
}
