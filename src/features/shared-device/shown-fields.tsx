import { type ReactElement, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Picture, longestNickname, pictures } from '../../domain/person/pictures.ts'
import type { Person } from '../../protocol/person.ts'
import { Face } from './face.tsx'

type Shown = { readonly nickname: string; readonly picture: Picture }

/** What is wrong with a nickname among these colleagues. */
export function nicknameFault(nickname: string, others: readonly Person[]): 'missing' | 'too-long' | 'taken' | undefined {
  const wanted = nickname.trim()
  if (wanted === '') return 'missing'
  if (wanted.length > longestNickname) return 'too-long'
  const same = wanted.toLocaleLowerCase()
  return others.some((other) => other.nickname?.toLocaleLowerCase() === same) ? 'taken' : undefined
}

/** A picture nobody here has yet, if there is one. */
export function freePicture(others: readonly Person[]): Picture {
  return pictures.find((each) => others.every(({ picture }) => picture !== each)) ?? 'sun'
}

type Props = Shown & { readonly onChange: (shown: Shown) => void; readonly fault: string | undefined }

/** How colleagues will know somebody: a nickname and a drawing. */
export function ShownFields({ nickname, picture, onChange, fault }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const id = useId()
  return (
    <>
      <div className="f">
        <label htmlFor={id}>{t('new.nickname')}</label>
        <p id={`${id}-hint`}>{t('new.nicknameHint')}</p>
        <input
          id={id}
          className="ds-input"
          type="text"
          autoComplete="off"
          autoCapitalize="words"
          enterKeyHint="next"
          spellCheck={false}
          maxLength={longestNickname}
          value={nickname}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-hint ${id}-fault`}
          onChange={({ target }) => {
            onChange({ nickname: target.value, picture })
          }}
        />
        <p id={`${id}-fault`} className="f__error" role="alert">
          {fault}
        </p>
      </div>
      <fieldset className="f">
        <legend>{t('new.picture')}</legend>
        <div className="faces">
          {pictures.map((each) => (
            <label key={each} className="faces__one">
              <input
                className="sr"
                type="radio"
                name={id}
                checked={each === picture}
                onChange={() => {
                  onChange({ nickname, picture: each })
                }}
              />
              <Face picture={each} />
              <span className="t-small">{t(`pictures.${each}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
