/** Columns under their heads: the first ones are words, those that hold numbers stand to the right. */
export function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const isNumber = heads.map((_, at) => rows.every((row) => /^[\d.,–-]*$/.test(row[at] ?? '')))
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (isNumber[at] === true ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ')
  return [heads, widths.map((width) => '-'.repeat(width)), ...rows].map((row) => line(row).trimEnd()).join('\n')
}

/** As many digits as mean something; nothing where nothing was measured. */
export function figure(value: number | undefined, digits = 0): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits)
}

export function kilobytes(bytes: number | undefined): string {
  return figure(bytes === undefined ? undefined : bytes / 1024)
}

export function megabytes(bytes: number | undefined): string {
  return figure(bytes === undefined ? undefined : bytes / 2 ** 20)
}
