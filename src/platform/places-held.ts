const prefix = 'peil-inside/'

/** As long as this page lives, every tab can see that this owner is in. It also keeps browsers from putting the page away to show it again. */
export function holdPlace(owner: string): void {
  if ('locks' in navigator) void navigator.locks.request(prefix + owner, { mode: 'shared' }, () => new Promise(() => undefined))
}

/** Who is in, in any tab; nothing where the browser does not tell (plain http). */
export async function placesHeld(): Promise<ReadonlySet<string> | undefined> {
  if (!('locks' in navigator)) return undefined
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}
