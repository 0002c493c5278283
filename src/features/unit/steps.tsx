import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure, ShownFigure } from '../../domain/anonymity/document.ts'
import { isShown } from '../../domain/anonymity/sums.ts'
import { steps } from '../../domain/instrument/instrument.ts'
import { inFrameworkOrder } from '../../domain/need/need.ts'
import { useContent } from '../../i18n/content.ts'
import { ScrollFrame } from '../../ui/group/scroll-frame.tsx'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'
import type { UnitWords } from './words.ts'

/** `head` stands at the top of the sheet when printed: a sheet must tell whose it is and what it is not. */
type Props = { readonly head: ReactElement; readonly figures: readonly Figure[]; readonly words: UnitWords }
type WithSteps = ShownFigure & { readonly steps: NonNullable<ShownFigure['steps']> }

function hasSteps(figure: ShownFigure): figure is WithSteps {
  return figure.steps !== undefined
}

/** The distribution over steps, where twenty or more have a step (release rule R6b). */
export function Steps({ head, figures, words }: Props): ReactElement | null {
  const { t } = useTranslation('unit')
  const shown = inFrameworkOrder(figures.filter(isShown).filter(hasSteps))
  if (shown.length === 0) return null
  return (
    <div className="unit-steps">
      {head}
      <details className="fold">
        <summary>
          {t('steps.title')}
          <ChevronDownIcon small />
        </summary>
        <div className="stack-s">
          <p className="t-small soft">{t('steps.text')}</p>
          <StepTable figures={shown} words={words} />
        </div>
      </details>
    </div>
  )
}

function StepTable({ figures, words }: { readonly figures: readonly WithSteps[]; readonly words: UnitWords }): ReactElement {
  const { t } = useTranslation('unit')
  const content = useContent()
  return (
    <ScrollFrame name={t('steps.title')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('steps.area')}</th>
            {steps.map((step) => (
              <th key={step} scope="col">
                {content.stepName(step)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">{words.dimension(figure.id).name}</th>
              {figure.steps.map(({ step, lo, hi }) => (
                <td key={step} className="num">
                  {words.interval({ lo, hi, of: figure.of })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
