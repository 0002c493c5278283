const covered = 'data-covered'

/**
 * Empties the screen while the page is out of sight, so that the picture a tablet keeps of its open apps shows nothing of anybody.
 * Whether the tablet takes its picture before or after it tells the page is up to the tablet.
 */
export function coverWhileHidden(): void {
  const turn = (): void => {
    document.documentElement.toggleAttribute(covered, document.visibilityState === 'hidden')
  }
  document.addEventListener('visibilitychange', turn)
  turn()
}
