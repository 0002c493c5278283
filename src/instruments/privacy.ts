import type { Pack } from '../domain/instrument/instrument.ts'

/** Privacy and information security, asked of everyone after the core. */
export const privacy: Pack = {
  id: 'privacy',
  version: '2026.1',
  parts: [
    {
      dimension: 'privacy',
      items: [
        { id: 'privacy.accounts', version: 1 },
        { id: 'privacy.sharing', version: 1 },
        { id: 'privacy.new-apps', version: 1 },
        { id: 'privacy.incidents', version: 1 },
      ],
    },
  ],
}
