/** A published table: the numbers of the atoms it adds up. Atoms are the people of one unit and tier. */
export type Table = ReadonlySet<number>

/** A prime whose products stay whole numbers. Tables hold noughts and ones, so ranks modulo it are ranks. */
const prime = 33_554_393

/**
 * The exact linear attacker: is there a linear combination of published tables that speaks of 1 to k−1 people and of nobody else?
 * Atoms that stand in exactly the same tables cannot be told apart; it tries every union of such classes with 1 to k−1 people.
 * Without those columns the tables lose rank if and only if some combination lives on them alone.
 * @param people how many people each atom holds
 */
export function isolatesFewerThan(k: number, tables: readonly Table[], people: readonly number[]): boolean {
  const classes = classesOf(tables, people)
  const all = rank(tables.map((table) => classes.map(({ atom }) => (table.has(atom) ? 1 : 0))))
  const small = classes.filter((each) => each.people < k)
  return someUnion(small, k, (union) => {
    const rest = classes.filter((each) => !union.includes(each))
    return rank(tables.map((table) => rest.map(({ atom }) => (table.has(atom) ? 1 : 0)))) < all
  })
}

type AtomClass = { readonly atom: number; readonly people: number }

function classesOf(tables: readonly Table[], people: readonly number[]): readonly AtomClass[] {
  const classes = new Map<string, AtomClass>()
  people.forEach((count, atom) => {
    const key = tables.map((table) => (table.has(atom) ? 1 : 0)).join('')
    if (count > 0 && key.includes('1')) classes.set(key, { atom, people: count + (classes.get(key)?.people ?? 0) })
  })
  return [...classes.values()]
}

function someUnion(small: readonly AtomClass[], k: number, isolated: (union: readonly AtomClass[]) => boolean): boolean {
  const grow = (union: readonly AtomClass[], from: number, people: number): boolean =>
    small.slice(from).some((each, step) => {
      if (people + each.people >= k) return false
      const grown = [...union, each]
      return isolated(grown) || grow(grown, from + step + 1, people + each.people)
    })
  return grow([], 0, 0)
}

export function rank(matrix: readonly (readonly number[])[]): number {
  let rows = matrix.map((row) => [...row])
  let found = 0
  for (let column = 0; column < (matrix[0]?.length ?? 0); column += 1) {
    const pivot = rows.find((row) => row[column] !== 0)
    if (pivot === undefined) continue
    found += 1
    const inverse = power(pivot[column] ?? 0, prime - 2)
    rows = rows.filter((row) => row !== pivot).map((row) => without(row, pivot, ((row[column] ?? 0) * inverse) % prime))
  }
  return found
}

function without(row: readonly number[], pivot: readonly number[], factor: number): number[] {
  return factor === 0 ? [...row] : row.map((value, at) => (value + (prime - factor) * (pivot[at] ?? 0)) % prime)
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1
  const half = power((base * base) % prime, Math.floor(exponent / 2))
  return exponent % 2 === 0 ? half : (half * base) % prime
}
