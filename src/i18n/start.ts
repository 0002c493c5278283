import { createInstance, type BackendModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { loadWords, staffNamespaces } from './languages.ts'

const folders: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace) => loadWords(language, namespace),
}

/** Starts in one language with every word a staff member may meet, so that no later page waits for words. */
export async function startI18n(language: string): Promise<i18n> {
  const instance = createInstance()
  await instance
    .use(folders)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: [...staffNamespaces],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  followLanguage(instance)
  return instance
}

function followLanguage(instance: i18n): void {
  const mark = (language: string): void => {
    document.documentElement.lang = language
  }
  mark(instance.language)
  instance.on('languageChanged', mark)
}
