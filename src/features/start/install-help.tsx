import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Device } from '../../storage/device.ts'
import type { StorageRefusal } from '../../storage/refusals.ts'
import { loadSettings, saveSetting } from '../../storage/settings.ts'
import { Alert } from '../../ui/alert.tsx'
import { TabletIcon } from '../../ui/icons/first-icons.ts'

/** Said before anything is filled in, until it is put away: a tab may lose it. */
export function InstallHelp({ device }: { readonly device: Device }): ReactElement | null {
  const { t } = useTranslation()
  const settings = useLiveQuery(() => loadSettings(device.database), [device])
  const [refusal, setRefusal] = useState<StorageRefusal>()
  const putAway = async (): Promise<void> => {
    const saved = await saveSetting(device.database, 'installHelp', 'put-away')
    setRefusal(saved.ok ? undefined : saved.error)
  }
  if (settings === undefined || settings.installHelp === 'put-away') return null
  return (
    <section className="note" aria-labelledby="install">
      <TabletIcon />
      <h2 id="install" className="t-sub">
        {t('start.install.title')}
      </h2>
      <p className="t-small">{t('start.install.body')}</p>
      {refusal !== undefined && <Alert>{t(`refusals.${refusal.kind}`)}</Alert>}
      <div className="row">
        <Link className="ds-button" data-variant="secondary" data-size="sm" to="/om/installer">
          {t('start.install.guide')}
        </Link>
        <button className="link" type="button" onClick={() => void putAway()}>
          {t('start.install.away')}
        </button>
      </div>
    </section>
  )
}
