/** The primary result code of SQLite; its extended codes carry more in the higher bits. */
function codeOf(cause: unknown): number | undefined {
  return cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode & 0xff : undefined
}

/** Another connection holds the file, in this process or in another. */
export function isBusy(cause: unknown): boolean {
  return codeOf(cause) === 5
}

/** The disk is full. What was begun is undone, and what had been answered before is there. */
export function isFull(cause: unknown): boolean {
  return codeOf(cause) === 13
}

/** The disk does not answer, or the file may not be written: nothing is stored, and a later try may work. */
export function isOutOfReach(cause: unknown): boolean {
  return [5, 8, 10, 14].includes(codeOf(cause) ?? 0)
}

/** The file is no store, or its pages contradict each other. */
export function isDamaged(cause: unknown): boolean {
  return [11, 26].includes(codeOf(cause) ?? 0)
}
