const front = '/'
/** How long a browser may take to go back in its own history. */
const patience = 500

/** The addresses somebody was at are theirs too: those that can be changed become the front page, those after it are dropped. */
function coverTracks(): void {
  history.replaceState(null, '', front)
  history.pushState(null, '', front)
}

function pagesSince(state: unknown): number {
  return typeof state === 'object' && state !== null && 'idx' in state && typeof state.idx === 'number' ? state.idx : 0
}

let isLeaving = false

/** Takes everything off the screen at once, and starts Peil anew: nothing is left in memory, and going back leads nowhere. */
export function leavePage(address = front): void {
  if (isLeaving) return
  isLeaving = true
  document.body.replaceChildren()
  document.title = 'Peil'
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
