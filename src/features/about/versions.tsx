import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Pack, sectors } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { corePacks, modulePacks } from '../../instruments/packs.ts'

const packs: readonly Pack[] = [...Object.values(corePacks), ...Object.values(modulePacks)]

function questionsIn(pack: Pack): number {
  return pack.parts.reduce((sum, { items }) => sum + items.length, 0)
}

/** Every part that can be asked now, as it stands in this app. */
export function Versions(): ReactElement {
  const { t } = useTranslation('instrument')
  const nameOf = usePackName()
  return (
    <section className="stack" aria-labelledby="versions">
      <div className="stack-s">
        <h2 id="versions" className="t-heading">
          {t('versions.title')}
        </h2>
        <p className="measure">{t('versions.lead')}</p>
      </div>
      <table className="plain versions">
        <caption className="sr">{t('versions.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('versions.part')}</th>
            <th scope="col">{t('versions.questions')}</th>
            <th scope="col">{t('versions.version')}</th>
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <tr key={pack.id}>
              <th scope="row">{nameOf(pack)}</th>
              <td className="num">{questionsIn(pack)}</td>
              <td className="num">{pack.version}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A core is called after its sector, a module after itself. */
function usePackName(): (pack: Pack) => string {
  const { t } = useTranslation('app')
  const content = useContent()
  return ({ id }) => {
    const sector = sectors.find((each) => each === id)
    return sector === undefined ? content.dimension('', id).name : t(`sectors.${sector}`)
  }
}
