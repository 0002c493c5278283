import { type CSSProperties, type ReactElement, useCallback, useEffect, useId, useRef, useState } from 'react'
import { XMarkIcon } from '../icons/first-icons.ts'

/** A marked word with its explanation of at most two sentences. */
export type ExplainedTerm = { readonly text: string; readonly word: string; readonly explanation: string }

/** Below `above`, and no wider than the box that the word stands in, with the tip of the card under the word. */
function placeBeside(word: HTMLElement, above: HTMLElement): CSSProperties {
  const room = word.offsetParent?.clientWidth ?? 0
  const margin = 8
  const width = Math.min(26 * parseFloat(getComputedStyle(document.documentElement).fontSize), room - 2 * margin)
  const left = Math.max(margin, Math.min(word.offsetLeft - 40, room - width - margin))
  const tip = { '--tip': `${String(word.offsetLeft - left + 12)}px` }
  return { top: above.offsetTop + above.offsetHeight, left, width, ...tip }
}

/** Calls back when the person taps or moves the focus outside, presses Escape or turns the tablet. */
function useLeaving(box: { readonly current: HTMLElement | null }, onClose: (giveBackFocus: boolean) => void): void {
  useEffect(() => {
    const leave = (moved: Event): void => {
      if (moved.target instanceof Node && box.current?.contains(moved.target) === false) onClose(false)
    }
    const escape = (pressed: KeyboardEvent): void => {
      if (pressed.key === 'Escape') onClose(true)
    }
    // Turned or resized, the card would stand where the word no longer is.
    const turn = (): void => {
      onClose(true)
    }
    window.addEventListener('resize', turn)
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', escape)
    return () => {
      window.removeEventListener('resize', turn)
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', escape)
    }
  }, [box, onClose])
}

type ExplanationProps = {
  readonly term: ExplainedTerm
  readonly place: CSSProperties
  readonly closeLabel: string
  readonly lang: string | undefined
  readonly onClose: (giveBackFocus: boolean) => void
}

function Explanation({ term, place, closeLabel, lang, onClose }: ExplanationProps): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  const title = useId()
  useEffect(() => {
    close.current?.focus()
  }, [])
  useLeaving(box, onClose)
  return (
    <div ref={box} className="pop pop--term" role="dialog" aria-labelledby={title} style={place}>
      <div className="pop__head">
        <p className="t-sub" id={title} lang={lang}>
          {term.word}
        </p>
        <button
          ref={close}
          type="button"
          className="iconbtn iconbtn--edge"
          aria-label={closeLabel}
          onClick={() => {
            onClose(true)
          }}
        >
          <XMarkIcon />
        </button>
      </div>
      <p className="t-small" lang={lang}>
        {term.explanation}
      </p>
    </div>
  )
}

type SentenceProps = {
  readonly pieces: readonly (string | ExplainedTerm)[]
  readonly closeLabel: string
  readonly as?: 'span' | 'p' | 'h1'
  readonly className?: string
  readonly id?: string
  /** Where it is not the page's. */
  readonly lang?: string | undefined
}

/** A sentence whose marked words can be tapped. The explanation stands beside the sentence, so that it is no part of its name. */
export function Sentence({ pieces, closeLabel, as: Element = 'span', className, id, lang }: SentenceProps): ReactElement {
  const [opened, setOpened] = useState<{ readonly index: number; readonly place: CSSProperties }>()
  const word = useRef<HTMLButtonElement>(null)
  const close = useCallback((giveBackFocus: boolean) => {
    setOpened(undefined)
    if (giveBackFocus) word.current?.focus()
  }, [])
  const term = opened && pieces[opened.index]
  return (
    <>
      <Element className={className} id={id} lang={lang}>
        {pieces.map((piece, index) =>
          typeof piece === 'string' ? (
            piece
          ) : (
            <button
              key={index}
              type="button"
              className="term"
              aria-expanded={opened?.index === index}
              onClick={({ currentTarget }) => {
                const sentence = currentTarget.parentElement
                word.current = currentTarget
                setOpened({ index, place: placeBeside(currentTarget, Element === 'span' && sentence ? sentence : currentTarget) })
              }}
            >
              {piece.text}
            </button>
          ),
        )}
      </Element>
      {opened && typeof term === 'object' && (
        <Explanation term={term} place={opened.place} closeLabel={closeLabel} lang={lang} onClose={close} />
      )}
    </>
  )
}
