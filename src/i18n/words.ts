import type about from '../../locales/nb/about.json'
import type app from '../../locales/nb/app.json'
import type assess from '../../locales/nb/assess.json'
import type backup from '../../locales/nb/backup.json'
import type cards from '../../locales/nb/cards.json'
import type carry from '../../locales/nb/carry.json'
import type contribute from '../../locales/nb/contribute.json'
import type finish from '../../locales/nb/finish.json'
import type knowledgeCheck from '../../locales/nb/knowledge-check.json'
import type group from '../../locales/nb/group.json'
import type health from '../../locales/nb/health.json'
import type install from '../../locales/nb/install.json'
import type instrument from '../../locales/nb/instrument.json'
import type keeping from '../../locales/nb/keeping.json'
import type myData from '../../locales/nb/my-data.json'
import type owner from '../../locales/nb/owner.json'
import type ownerProfile from '../../locales/nb/owner-profile.json'
import type ownPack from '../../locales/nb/own-pack.json'
import type plan from '../../locales/nb/plan.json'
import type profiles from '../../locales/nb/profiles.json'
import type resources from '../../locales/nb/resources.json'
import type result from '../../locales/nb/result.json'
import type sharedDevice from '../../locales/nb/shared-device.json'
import type signIn from '../../locales/nb/sign-in.json'
import type unit from '../../locales/nb/unit.json'

/** The keys a page may use, typed from the reference language. A new namespace adds its line here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: {
      about: typeof about
      app: typeof app
      assess: typeof assess
      backup: typeof backup
      cards: typeof cards
      carry: typeof carry
      contribute: typeof contribute
      finish: typeof finish
      group: typeof group
      health: typeof health
      install: typeof install
      instrument: typeof instrument
      keeping: typeof keeping
      'knowledge-check': typeof knowledgeCheck
      'my-data': typeof myData
      owner: typeof owner
      'own-pack': typeof ownPack
      'owner-profile': typeof ownerProfile
      plan: typeof plan
      profiles: typeof profiles
      resources: typeof resources
      result: typeof result
      'shared-device': typeof sharedDevice
      'sign-in': typeof signIn
      unit: typeof unit
    }
  }
}
