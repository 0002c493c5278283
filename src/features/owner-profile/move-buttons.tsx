import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'

type Props = {
  readonly id: string
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1, button: string) => void
}

/** Moves an entry with buttons. At the end of the list the button stays where it is, so that the focus is not lost. */
export function MoveButtons({ id, name, isFirst, isLast, onMove }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const button = (way: 'up' | 'down', by: 1 | -1, atEnd: boolean): ReactElement => (
    <button
      className="ds-button"
      id={`${id}-${way}`}
      type="button"
      data-variant="tertiary"
      data-size="sm"
      aria-disabled={atEnd}
      aria-label={`${t(`goals.${way}`)}: ${name}`}
      onClick={() => {
        if (!atEnd) onMove(by, `${id}-${way}`)
      }}
    >
      <span className={way === 'up' ? 'turned' : undefined}>
        <ChevronDownIcon />
      </span>
      <span>{t(`goals.${way}`)}</span>
    </button>
  )
  return (
    <>
      {button('up', -1, isFirst)}
      {button('down', 1, isLast)}
    </>
  )
}
