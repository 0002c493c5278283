import type app from '../../locales/nb/app.json'

/** The keys a page may use, typed from the reference language. A new namespace adds its line here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: {
      app: typeof app
    }
  }
}
