/** The value of a JSON text. Undefined for what is none, or is nested deeper than can be read. */
export function valueOfJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
