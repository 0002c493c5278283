import type app from '../../locales/nb/app.json'
import type group from '../../locales/nb/group.json'
import type owner from '../../locales/nb/owner.json'
import type signIn from '../../locales/nb/sign-in.json'
import type unit from '../../locales/nb/unit.json'

/** The keys a page may use, typed from the reference language. A new namespace adds its line here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: {
      app: typeof app
      group: typeof group
      owner: typeof owner
      'sign-in': typeof signIn
      unit: typeof unit
    }
  }
}
