import { leavePage } from '../platform/leave-page.ts'
import { emptyTabs, joinTabs } from '../platform/tabs.ts'
import { forgetAlong } from '../storage/along.ts'
import { isGuarded } from '../storage/presence.ts'
import { deviceDatabase } from './database.ts'

/** Who may see what has changed: here and in every other tab Peil begins again, at the door if there is one now. */
export function startAnew(): void {
  emptyTabs()
  forgetAlong()
  leavePage()
}

/** For a tab that lies open: when another one puts a door before what is here, this one is behind it too. */
export function followOthers(): void {
  joinTabs(() => {
    void isGuarded(deviceDatabase).then((guarded) => {
      if (!guarded) return
      forgetAlong()
      leavePage()
    })
  })
}
