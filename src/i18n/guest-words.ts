import type { i18n } from 'i18next'

type Words = { readonly [key: string]: string | Words }

/** Holds what a guest reads in place of others, by the namespace it stands in. */
const guests = 'guest'

function merged(words: Words, instead: Words): Words {
  const changed = Object.entries(instead).map(([key, said]) => {
    const before = words[key]
    return [key, typeof said === 'object' && typeof before === 'object' ? merged(before, said) : said]
  })
  return { ...words, ...(Object.fromEntries(changed) as Words) }
}

/**
 * From now on the words are those for a guest, of whom nothing stays: what others are told of breaks and of what is kept would not be true.
 * Also in languages that come later. It lasts as long as the page, like the guest.
 */
export async function speakToGuest(words: i18n): Promise<void> {
  const say = (language: string, namespace: string): void => {
    const bundle = (of: string): Words | undefined => words.getResourceBundle(language, of) as Words | undefined
    const instead = bundle(guests)?.[namespace]
    const before = bundle(namespace)
    if (typeof instead !== 'object' || before === undefined) return
    words.addResourceBundle(language, namespace, merged(before, instead), false, true, { silent: true })
  }
  words.store.on('added', (language: string, namespace: string) => {
    const all = namespace === guests ? Object.keys((words.getResourceBundle(language, guests) ?? {}) as Words) : [namespace]
    for (const each of all) say(language, each)
  })
  await words.loadNamespaces(guests)
  for (const each of Object.keys((words.getResourceBundle(words.language, guests) ?? {}) as Words)) say(words.language, each)
}
