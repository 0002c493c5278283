import './outward-link.css'
import type { ReactElement } from 'react'
import { ExternalLinkIcon } from './icons/later-icons.ts'

type Props = {
  readonly url: string
  readonly text: string
  /** Said to those who do not see the icon: it leaves the app and opens a new tab. */
  readonly leaves: string
  /** The language of the text, where it is another than the page's. */
  readonly lang?: string
}

/** A link out of the app. The address is printed, because paper has no links. */
export function OutwardLink({ url, text, leaves, lang }: Props): ReactElement {
  return (
    <>
      <a className="outward" href={url} target="_blank" rel="noopener noreferrer">
        <span className="outward__text" lang={lang}>
          {text}
        </span>{' '}
        <span className="sr">{leaves}</span>
        <ExternalLinkIcon small />
      </a>
      <span className="onlyprint outward__address">{url}</span>
    </>
  )
}
