import { useTranslation } from 'react-i18next'
import { randomPhrase } from '../../../storage/random-phrase.ts'

/** Six words of the language of the moment, fetched when they are asked for. Nothing if they did not arrive. */
export function useOffer(): () => Promise<string | undefined> {
  const { i18n } = useTranslation()
  return async () => {
    await i18n.loadNamespaces('phrase')
    return i18n.hasLoadedNamespace('phrase') ? randomPhrase(i18n.t('phrase:words').split(' ')) : undefined
  }
}
