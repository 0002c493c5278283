type Level = { readonly kind: 'object' | 'list'; name: string; at: number; expectsName: boolean }

const token = /"(?:[^"\\]|\\.)*"|[{}[\],]/g

function open(kind: Level['kind']): Level {
  return { kind, name: '', at: 0, expectsName: kind === 'object' }
}

/** The way to the sentence that stands here, as in `items/privacy.sharing/anchors/0`. */
function wayIn(levels: readonly Level[]): string {
  return levels.map(({ kind, name, at }) => (kind === 'object' ? name : String(at))).join('/')
}

/** Puts corrected sentences into a file of words and leaves every other character as it stands. */
export function replaceSentences(json: string, corrections: ReadonlyMap<string, string>): string {
  const levels: Level[] = []
  return json.replace(token, (found) => {
    const level = levels.at(-1)
    if (found === '{' || found === '[') levels.push(open(found === '{' ? 'object' : 'list'))
    else if (found === '}' || found === ']') levels.pop()
    else if (found === ',' && level !== undefined) {
      level.at += 1
      level.expectsName = level.kind === 'object'
    } else if (level?.expectsName === true) {
      level.name = JSON.parse(found) as string
      level.expectsName = false
    } else {
      const correction = corrections.get(wayIn(levels))
      return correction === undefined ? found : JSON.stringify(correction)
    }
    return found
  })
}
