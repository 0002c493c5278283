import '../ui/style.css'
import './frame.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WordsProvider } from '../i18n/react.ts'
import { BrowserRouter } from 'react-router'
import { startI18n } from '../i18n/start.ts'
import { joinTabs } from '../platform/tabs.ts'
import { startUpdates } from '../platform/updates.ts'
import { followLanguage, firstLanguage, showRememberedScheme } from './appearance.ts'
import { endWithPage } from '../storage/patience.ts'
import { isGuarded } from '../storage/presence.ts'
import { takeAlong } from '../storage/along.ts'
import { hasDiedInUse, markInUse } from '../storage/in-use.ts'
import { openDatabase } from '../storage/opening.ts'
import { deviceDatabase } from './database.ts'
import { startOutbox } from './outbox.ts'
import { Peil } from './peil.tsx'

showRememberedScheme()
endWithPage()
// Opened before anything reads from it: a live query says nothing of a database that cannot be opened.
const { kind: opening } = await openDatabase(deviceDatabase)
if (opening === 'opened') {
  // Before anything is written.
  if (await hasDiedInUse(deviceDatabase))
    await import('../storage/fresh-log.ts').then(({ beginFreshLog }) => beginFreshLog(deviceDatabase)).catch(() => undefined)
  markInUse(deviceDatabase)
}
const words = await startI18n(await firstLanguage(deviceDatabase))
const guarded = opening === 'opened' && (await isGuarded(deviceDatabase))
if (opening === 'opened' && !guarded) await takeAlong(deviceDatabase)
// A page that is just being left fetches nothing any more.
if (!guarded) joinTabs(() => void import('./start-anew.ts').then(({ followOthers }) => followOthers()).catch(() => undefined))
followLanguage(words, deviceDatabase)
startUpdates()
startOutbox()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')
createRoot(root).render(
  <StrictMode>
    <WordsProvider i18n={words}>
      <BrowserRouter>
        <Peil guarded={guarded} closed={opening === 'opened' ? undefined : opening} />
      </BrowserRouter>
    </WordsProvider>
  </StrictMode>,
)
