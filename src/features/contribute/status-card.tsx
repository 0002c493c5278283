import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participation } from '../../protocol/participation.ts'
import type { Status } from '../../sync/status.ts'
import { InformationIcon } from '../../ui/icons/first-icons.ts'
import { statusLooks } from './status-look.ts'
import { Wayline } from './wayline.tsx'

/** Title and body of a status. A settled withdrawal and a chosen "no" have words of their own. */
export function useStatusWords(
  participation: Participation,
  status: Status,
  date: string,
): { readonly title: string; readonly body: string } {
  const { t } = useTranslation('contribute')
  if (status.kind === 'refused-place') {
    return { title: t(`status.place.${status.refusal}.title`), body: t(`status.place.${status.refusal}.body`) }
  }
  const isNo = participation.stage === 'joined' && status.kind === 'joined' && participation.choice === 'no'
  const isOver = participation.stage === 'settled' && status.kind === 'withdrawn'
  const kind = isNo ? 'joined-no' : isOver ? 'withdrawn-over' : status.kind
  return { title: t(`status.kind.${kind}.title`), body: t(`status.kind.${kind}.body`, { date }) }
}

/** An action often takes its own button away. The focus then goes to what stands here instead. */
function useFocusKept(kind: Status['kind']): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(kind)
  useEffect(() => {
    if (before.current === kind) return
    before.current = kind
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [kind])
  return heading
}

type Props = {
  readonly participation: Participation
  readonly status: Status
  readonly date: string
  readonly children?: ReactNode
}

/** Where it stands, what happens next, and what the person need do: mostly nothing. */
export function StatusCard({ participation, status, date, children }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const { title, body } = useStatusWords(participation, status, date)
  const heading = useFocusKept(status.kind)
  const look = status.kind === 'refused-place' ? undefined : statusLooks[status.kind]
  const Icon = look?.Icon ?? InformationIcon
  return (
    <section className="card status-card" aria-label={t('status.course')}>
      {look?.at !== undefined && <Wayline at={look.at} />}
      <div className={`status status--${look?.tone ?? 'wait'} status--bare`}>
        <span className="status__ico">
          <Icon />
        </span>
        <div>
          <div role="status">
            <h2 ref={heading} tabIndex={-1}>
              {title}
            </h2>
            <p>{body}</p>
          </div>
          {children}
        </div>
      </div>
    </section>
  )
}
