import './file-field.css'
import type { ReactElement } from 'react'

type Props = {
  readonly label: string
  readonly accept: string
  /** The id of a text that says more. */
  readonly hint?: string
  /** Before the device's own way of choosing opens. */
  readonly onAsk?: () => void
  readonly onFile: (file: File) => void
}

/** A button that asks for a file from the device. */
export function FileField({ label, accept, hint, onAsk, onFile }: Props): ReactElement {
  return (
    <label className="ds-button filefield" data-variant="secondary">
      <span>{label}</span>
      <input
        type="file"
        accept={accept}
        aria-describedby={hint}
        onClick={onAsk}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // The same file can be chosen once more, perhaps after it was mended.
          target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </label>
  )
}
