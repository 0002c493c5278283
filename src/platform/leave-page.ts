const front = '/'
/** How long a browser may take to go back in its own history. */
const patience = 500
/** How long to wait for what is still under way, in milliseconds. */
const longestLast = 3_000

/** The addresses somebody was at are theirs too: those that can be changed become the front page, those after it are dropped. */
function coverTracks(): void {
  history.replaceState(null, '', front)
  history.pushState(null, '', front)
}

function pagesSince(state: unknown): number {
  return typeof state === 'object' && state !== null && 'idx' in state && typeof state.idx === 'number' ? state.idx : 0
}

let isLeaving = false

/**
 * Takes everything off the screen at once, and starts Peil anew: nothing is left in memory, and going back leads nowhere.
 * @param last what is still under way, and would be cut off by leaving. After some seconds it is.
 */
export function leavePage(address = front, last?: Promise<unknown>): void {
  if (isLeaving) return
  isLeaving = true
  document.body.replaceChildren()
  document.title = 'Peil'
  if (last === undefined) goAway(address)
  else void Promise.race([last, new Promise((resolve) => setTimeout(resolve, longestLast))]).finally(() => goAway(address))
}

function goAway(address: string): void {
  let hasLeft = false
  const leave = (): void => {
    if (hasLeft) return
    hasLeft = true
    coverTracks()
    location.replace(address)
  }
  // A browser may have kept this page as it was, to show it again.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.replace(front)
  })
  const pages = pagesSince(history.state)
  if (pages === 0) leave()
  else {
    addEventListener('popstate', leave)
    setTimeout(leave, patience)
    history.go(-pages)
  }
}
