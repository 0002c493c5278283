/** Translation for the app's own frame. Features take it from the library itself. */
export type { i18n as Words } from 'i18next'
export { I18nextProvider as WordsProvider, useTranslation } from 'react-i18next'
