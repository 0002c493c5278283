/** Far deeper than anything of Peil's. What is nested deeper can be read here, but no longer be compared, copied or written. */
const deepest = 64

function isTooDeep(value: unknown): boolean {
  let layer: readonly unknown[] = [value]
  for (let depth = 0; depth < deepest && layer.length > 0; depth += 1) {
    layer = layer.flatMap((each): unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return layer.length > 0
}

/** The value of a JSON text. Undefined for what is none, or is nested deeper than can be worked with. */
export function valueOfJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isTooDeep(value) ? undefined : value
  } catch {
    return undefined
  }
}
