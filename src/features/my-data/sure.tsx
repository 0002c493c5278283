import { type ReactElement, useEffect, useId, useRef } from 'react'
import { TrashIcon } from '../../ui/icons/later-icons.ts'

type Props = {
  readonly title: string
  readonly body: string
  readonly yes: string
  readonly no: string
  readonly onYes: () => void
  readonly onNo: () => void
}

/** One question before something is deleted for good. */
export function Sure({ title, body, yes, no, onYes, onNo }: Props): ReactElement {
  const id = useId()
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    question.current?.focus()
  }, [])
  return (
    <div
      ref={question}
      className="note note--danger"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      tabIndex={-1}
    >
      <TrashIcon />
      <h3 id={`${id}-title`} className="t-sub">
        {title}
      </h3>
      <p id={`${id}-body`}>{body}</p>
      <div className="row">
        <button className="ds-button" type="button" data-color="danger" onClick={onYes}>
          {yes}
        </button>
        <button className="ds-button" type="button" data-variant="secondary" onClick={onNo}>
          {no}
        </button>
      </div>
    </div>
  )
}
