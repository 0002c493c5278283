import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addModules } from '../../domain/assessment/assessment.ts'
import { resumeAt } from '../../domain/assessment/stops.ts'
import { type Module, minutesFor, modulesFor } from '../../domain/instrument/instrument.ts'
import { ok } from '../../domain/result.ts'
import { useContent } from '../../i18n/content.ts'
import { instrumentFor, packAsked } from '../../instruments/packs.ts'
import { PickMany } from '../../ui/picks.tsx'
import { AskFrame } from './frame.tsx'
import { end, pathOf } from './paths.ts'
import type { UnderWay } from './under-way.ts'
import { useGo } from './use-go.ts'

type Props = { readonly underWay: UnderWay; readonly now: () => string }

/** `/kartlegging/deler`: takes more parts along, also when the rest is finished. */
export function MorePartsScreen({ underWay, now }: Props): ReactElement {
  const { t } = useTranslation('assess')
  const go = useGo()
  const { assessment, packs } = underWay
  const [picked, setPicked] = useState<readonly Module[]>([])
  const open = modulesFor(assessment.tier).filter((module) => !assessment.modules.includes(module))
  const back = assessment.finishedAt === undefined ? end : '/resultat'
  const goOn = async (): Promise<void> => {
    const at = now()
    const wider = addModules(assessment, picked, at)
    if (wider === assessment) go(back)
    else if (await underWay.save('parts', (before) => ok(addModules(before, picked, at))))
      go(pathOf(resumeAt(wider, instrumentFor(wider, packs))))
  }
  return (
    <AskFrame
      underWay={underWay}
      says={t('course.parts')}
      saved={false}
      previous={back}
      nextLabel={picked.length > 0 ? t('parts.go') : t('parts.none')}
      onNext={() => void goOn()}
    >
      <div className="ask__stem">
        <h1 className="t-title">{t('parts.title')}</h1>
        <p className="t-lead">{open.length > 0 ? t('parts.lead') : t('parts.all')}</p>
      </div>
      {open.length > 0 && <Parts underWay={underWay} open={open} picked={picked} onPick={setPicked} />}
    </AskFrame>
  )
}

type PartsProps = Pick<Props, 'underWay'> & {
  readonly open: readonly Module[]
  readonly picked: readonly Module[]
  readonly onPick: (picked: readonly Module[]) => void
}

function Parts({ underWay: { assessment, packs }, open, picked, onPick }: PartsProps): ReactElement {
  const { t } = useTranslation(['assess', 'app'])
  const content = useContent()
  const picks = open.map((module) => {
    const { name, about } = content.dimension(assessment.sector, module)
    const count = minutesFor(packAsked(module, packs).parts.flatMap(({ items }) => items).length)
    const minutes = t('app:start.parts.minutes', { count, minutes: t(`app:numbers.${count}`, { defaultValue: String(count) }) })
    return { value: module, name, about: `${about} ${minutes}` }
  })
  return <PickMany legend={t('parts.legend')} name="parts" picks={picks} values={picked} onChange={onPick} />
}
