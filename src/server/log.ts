/** One line of JSON for an operator. Never a body, an address, a code or a name (protocol, section 5). */
export type Log = (level: 'info' | 'error', message: string, details?: Readonly<Record<string, string | number>>) => void

/** For the operator: where it happened, if that is known. */
export function causeOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}

export function logTo(write: (line: string) => void, clock: () => Date): Log {
  return (level, message, details) => {
    write(`${JSON.stringify({ time: clock().toISOString(), level, message, ...details })}\n`)
  }
}
