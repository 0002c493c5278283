import { leavePage } from '../platform/leave-page.ts'
import { emptyTabs } from '../platform/tabs.ts'
import { forgetAlong } from '../storage/along.ts'
import { atRest } from '../storage/patience.ts'
import { isGuarded } from '../storage/presence.ts'
import { deviceDatabase } from './database.ts'

/** The door's address when it says that another tab has put it there. */
export const afterOther = '/?annen-fane'

function beginAgain(address?: string): void {
  forgetAlong()
  leavePage(address, atRest())
}

/**
 * Who may see what has changed: here and in every other tab Peil begins again, at the door if there is one now.
 * `isOthers`: it was not done here.
 */
export function startAnew(isOthers = false): void {
  emptyTabs()
  beginAgain(isOthers ? afterOther : undefined)
}

/** For a tab that lies open: if another one has put a door before what is here, this one is behind it too. */
export async function followOthers(): Promise<void> {
  if (await isGuarded(deviceDatabase)) beginAgain(afterOther)
}
