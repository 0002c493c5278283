export function now(): string {
  return new Date().toISOString()
}

/** Calls back later; gives back what cancels it. */
export function after(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  return () => {
    clearTimeout(timer)
  }
}
