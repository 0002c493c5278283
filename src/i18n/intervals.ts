/** 8–9, kept on one line; one number alone where both ends are the same. */
export function spanOf(lo: number | string, hi: number | string): string {
  return lo === hi ? String(lo) : `${String(lo)}\u2060–\u2060${String(hi)}`
}
