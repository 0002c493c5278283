/** From what stops the work to what only a developer wants; an operator says how far to go (`LOG_LEVEL`). */
export const levels = ['error', 'warn', 'info', 'debug'] as const
export type Level = (typeof levels)[number]

/** One line of JSON for an operator. Never a body, an address, a code or a name (protocol, section 5). */
export type Log = (level: Level, message: string, details?: Readonly<Record<string, string | number>>) => void

/** For the operator: where it happened, if that is known. */
export function causeOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}

/** @param least what is less important than this is left out */
export function logTo(write: (line: string) => void, clock: () => Date, least: Level = 'info'): Log {
  return (level, message, details) => {
    if (levels.indexOf(level) > levels.indexOf(least)) return
    write(`${JSON.stringify({ time: clock().toISOString(), level, message, ...details })}\n`)
  }
}
