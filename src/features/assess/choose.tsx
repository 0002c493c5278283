import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Sector, type Tier, sectors } from '../../domain/instrument/instrument.ts'
import { corePacks } from '../../instruments/packs.ts'
import '../../ui/assess/question.css'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons/first-icons.ts'
import { Segments } from '../../ui/segments.tsx'
import { FailedSave } from './failed-save.tsx'
import { root } from './paths.ts'
import type { SaveRefusal } from './saving.ts'
import { useGo } from './use-go.ts'

const ready = sectors.filter((sector) => corePacks[sector] !== undefined)
/** Owners have no everyday in a unit to assess. */
const roles = ['practice', 'teacher', 'leader'] as const satisfies readonly Tier[]

type Props = { readonly beforeStart: ReactElement | null; readonly toItem?: string; readonly refusal?: SaveRefusal }

/** Where no assessment is under way: the two things Peil must know before it can ask. */
export function ChooseScreen({ beforeStart, toItem, refusal }: Props): ReactElement {
  const { t } = useTranslation(['assess', 'app'])
  const go = useGo()
  const [sector, setSector] = useState<Sector>(ready.find((each) => toItem?.startsWith(`${each}.`)) ?? ready[0] ?? 'barnehage')
  const [role, setRole] = useState<Tier>()
  const [missing, setMissing] = useState(false)
  const begin = (): void => {
    if (role === undefined) setMissing(true)
    else go(`${root}/ny?${new URLSearchParams({ sector, role, ...(toItem && { punkt: toItem }) }).toString()}`)
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
          <h1 className="t-title" id="role">
            {t('choose.title')}
          </h1>
          <p className="t-lead">{t('choose.lead')}</p>
        </div>
        {beforeStart}
        {ready.length > 1 && (
          <Segments
            legend={t('choose.sector')}
            name="sector"
            value={sector}
            choices={ready.map((value) => ({ value, label: t(`app:sectors.${value}`) }))}
            onChange={setSector}
          />
        )}
        <fieldset className="ask__answers" aria-labelledby="role">
          <legend className="sr">{t('choose.role')}</legend>
          <RoleCards chosen={role} onChoose={setRole} />
        </fieldset>
        <p role="alert">{missing && role === undefined ? t('choose.missing') : ''}</p>
      </main>
      <footer className="ask__foot">
        <div>
          <Link className="ds-button" data-variant="secondary" to="/">
            <ArrowLeftIcon />
            <span>{t('finished.home')}</span>
          </Link>
          <button className="ds-button" data-variant="primary" type="submit">
            <span>{t('choose.begin')}</span>
            <ArrowRightIcon />
          </button>
        </div>
      </footer>
    </form>
  )
}

function RoleCards({ chosen, onChoose }: { readonly chosen: Tier | undefined; readonly onChoose: (role: Tier) => void }): ReactElement {
  const { t } = useTranslation('app')
  return (
    <div className="choices">
      {roles.map((role) => (
        <div key={role} className="choice choice--alone">
          <input
            className="ds-input"
            type="radio"
            name="role"
            aria-labelledby={`role-${role}`}
            aria-describedby={`about-${role}`}
            checked={chosen === role}
            onChange={() => {
              onChoose(role)
            }}
          />
          <strong id={`role-${role}`}>{t(`roles.barnehage.${role}.name`)}</strong>
          <span className="t-small soft" id={`about-${role}`}>
            {t(`roles.barnehage.${role}.about`)}
          </span>
        </div>
      ))}
    </div>
  )
}
