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
  check: [
    { id: 'privacy.check.recognisable', right: 1 },
    { id: 'privacy.check.withdrawn-consent', right: 0 },
    { id: 'privacy.check.professional-secrecy', right: 2 },
    { id: 'privacy.check.free-app', right: 0 },
    { id: 'privacy.check.wrong-recipient', right: 2 },
  ],
}
