import { type BackendModule, createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { loadFirstWords, loadWords } from './languages.ts'

/** Words come by language. A page asks for its own the first time it is opened. */
const folders: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, callback) => {
    loadWords(language, namespace).then(
      (words) => {
        callback(null, words)
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : String(error), false)
      },
    )
  },
}

/** Starts in one language with every word up to the first question. */
export async function startI18n(language: string): Promise<i18n> {
  const namespaces = Object.keys(await loadFirstWords(language))
  const instance = createInstance()
  await instance
    .use(folders)
    .use(initReactI18next)
    .init({ lng: language, fallbackLng: false, ns: namespaces, defaultNS: 'app', interpolation: { escapeValue: false } })
  markLanguage(instance)
  return instance
}

function markLanguage(instance: i18n): void {
  const mark = (language: string): void => {
    document.documentElement.lang = language
  }
  mark(instance.language)
  instance.on('languageChanged', mark)
}
