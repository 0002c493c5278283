import { type ReactElement, useId } from 'react'
import './picks.css'

export type Pick<Value extends string> = { readonly value: Value; readonly name: string; readonly about?: string }

type Props<Value extends string> = {
  readonly legend: string
  readonly name: string
  readonly picks: readonly Pick<Value>[]
  /** Side by side where there is room. */
  readonly abreast?: boolean
}
type OneProps<Value extends string> = Props<Value> & { readonly value: Value | undefined; readonly onChange: (value: Value) => void }
type ManyProps<Value extends string> = Props<Value> & {
  readonly values: readonly Value[]
  readonly onChange: (values: readonly Value[]) => void
}

/** Cards to choose one of. The whole card taps. */
export function PickOne<Value extends string>({ value, onChange, ...props }: OneProps<Value>): ReactElement {
  return <Cards {...props} type="radio" isChosen={(each) => each === value} onTap={onChange} />
}

/** Cards to choose any number of. */
export function PickMany<Value extends string>({ values, onChange, ...props }: ManyProps<Value>): ReactElement {
  const toggle = (value: Value): void => {
    onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value])
  }
  return <Cards {...props} type="checkbox" isChosen={(each) => values.includes(each)} onTap={toggle} />
}

type CardsProps<Value extends string> = Props<Value> & {
  readonly type: 'radio' | 'checkbox'
  readonly isChosen: (value: Value) => boolean
  readonly onTap: (value: Value) => void
}

function Cards<Value extends string>({ legend, name, picks, abreast, type, isChosen, onTap }: CardsProps<Value>): ReactElement {
  const id = useId()
  return (
    <fieldset>
      <legend className="t-sub">{legend}</legend>
      <div className={abreast ? 'picks picks--abreast' : 'picks'}>
        {picks.map(({ value, name: says, about }) => (
          <div key={value} className="pick">
            <input
              className="ds-input"
              type={type}
              name={name}
              value={value}
              aria-labelledby={`${id}${value}`}
              aria-describedby={about && `${id}${value}about`}
              checked={isChosen(value)}
              onChange={() => {
                onTap(value)
              }}
            />
            <strong id={`${id}${value}`}>{says}</strong>
            {about && (
              <span className="t-small soft" id={`${id}${value}about`}>
                {about}
              </span>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
