/** One line of JSON for an operator. Never a body, an address, a code or a name (protocol, section 5). */
export type Log = (level: 'info' | 'error', message: string, details?: Readonly<Record<string, string | number>>) => void

export function logTo(write: (line: string) => void, clock: () => Date): Log {
  return (level, message, details) => {
    write(`${JSON.stringify({ time: clock().toISOString(), level, message, ...details })}\n`)
  }
}
