import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device, StorageKeeping } from '../../storage/device.ts'

/** The truth about whether the browser keeps what is stored. */
export function Keeping({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation('my-data')
  const [keeping, setKeeping] = useState<StorageKeeping>()
  useEffect(() => {
    let here = true
    void device.storageKeeping().then((said) => {
      if (here) setKeeping(said)
    })
    return () => {
      here = false
    }
  }, [device])
  const ask = async (): Promise<void> => {
    setKeeping(await device.keepStorage())
  }
  return (
    <section className="stack-s" aria-labelledby="keeping">
      <h2 id="keeping" className="t-heading">
        {t('keeping.title')}
      </h2>
      <p role="status">{keeping !== undefined && t(`keeping.${keeping}`)}</p>
      {keeping === 'may-be-cleared' && (
        <div className="row">
          <button className="ds-button" type="button" data-variant="secondary" data-size="sm" onClick={() => void ask()}>
            {t('keeping.ask')}
          </button>
        </div>
      )}
    </section>
  )
}
