import type { ReactElement } from 'react'
import type { Picture } from '../../domain/person/pictures.ts'
import { drawings } from './drawings.ts'

/** Somebody's picture. It always stands beside the nickname, so it is silent. */
export function Face({ picture }: { readonly picture: Picture }): ReactElement {
  return (
    <span className="face">
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        {drawings[picture].map(([fill, path]) => (
          <path key={path} d={path} fill={fill} />
        ))}
      </svg>
    </span>
  )
}
