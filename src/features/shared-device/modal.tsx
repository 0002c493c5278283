import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from 'react'

type Props = { readonly title: string; readonly body: string; readonly children: ReactNode; readonly onCancel: () => void }

/** One question above everything. Its first button has the focus, and what had it before gets it back. */
export function Modal({ title, body, children, onCancel }: Props): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => {
      shown?.close()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className="modal"
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}-body`}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <h2 id={id} className="t-title">
        {title}
      </h2>
      <p id={`${id}-body`}>{body}</p>
      {children}
    </dialog>
  )
}
