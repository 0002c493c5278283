import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Sector, type Tier, sectors, tiers } from '../../domain/instrument/instrument.ts'
import '../../ui/assess/question.css'
import { Alert } from '../../ui/alert.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons/first-icons.ts'
import { PickOne } from '../../ui/picks.tsx'
import { FailedSave } from './failed-save.tsx'
import { root } from './paths.ts'
import type { SaveRefusal } from './saving.ts'
import { useGo } from './use-go.ts'

type Props = { readonly beforeStart: ReactElement | null; readonly toItem?: string; readonly refusal?: SaveRefusal }

/** Where no assessment is under way: the two things Peil must know before it can ask. */
export function ChooseScreen({ beforeStart, toItem, refusal }: Props): ReactElement {
  const { t } = useTranslation(['assess', 'app'])
  const go = useGo()
  const [sector, setSector] = useState<Sector | undefined>(sectors.find((each) => toItem?.startsWith(`${each}.`)))
  const [role, setRole] = useState<Tier>()
  const [tried, setTried] = useState(false)
  const begin = (): void => {
    setTried(true)
    if (sector && role) go(`${root}/ny?${new URLSearchParams({ sector, role, ...(toItem && { punkt: toItem }) }).toString()}`)
  }
  return (
    <form
      className="ask"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault()
        begin()
      }}
    >
      <header className="ask__top" />
      <main className="ask__body" id="content">
        <FailedSave {...(refusal && { refusal })} />
        <div className="ask__stem">
          <h1 className="t-title">{t('choose.title')}</h1>
          <p className="t-lead">{t('choose.lead')}</p>
        </div>
        {beforeStart}
        <PickOne
          legend={t('app:start.choose.title')}
          name="sector"
          picks={sectors.map((value) => ({ value, name: t(`app:sectors.${value}`) }))}
          value={sector}
          onChange={setSector}
          abreast
        />
        {sector && (
          <PickOne
            legend={t('app:start.choose.roleTitle')}
            name="role"
            picks={tiers.map((value) => ({
              value,
              name: t(`app:roles.${sector}.${value}.name`),
              about: t(`app:roles.${sector}.${value}.about`),
            }))}
            value={role}
            onChange={setRole}
          />
        )}
        {tried && sector === undefined && <Alert>{t('app:start.choose.missingSector')}</Alert>}
        {tried && sector !== undefined && role === undefined && <Alert>{t('app:start.choose.missing')}</Alert>}
      </main>
      <footer className="ask__foot">
        <div>
          <Link className="ds-button" data-variant="secondary" to="/">
            <ArrowLeftIcon />
            <span>{t('finished.home')}</span>
          </Link>
          <button className="ds-button" data-variant="primary" type="submit">
            <span>{t('app:start.choose.go')}</span>
            <ArrowRightIcon />
          </button>
        </div>
      </footer>
    </form>
  )
}
