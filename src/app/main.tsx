import '../ui/style.css'
import './frame.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WordsProvider } from '../i18n/react.ts'
import { BrowserRouter } from 'react-router'
import { startI18n } from '../i18n/start.ts'
import { startUpdates } from '../platform/updates.ts'
import { followLanguage, firstLanguage, showRememberedScheme } from './appearance.ts'
import { isGuarded } from '../storage/presence.ts'
import { onDevice } from '../storage/refusals.ts'
import { deviceDatabase } from './database.ts'
import { startOutbox } from './outbox.ts'
import { Peil } from './peil.tsx'

showRememberedScheme()
// Opened before anything reads from it: a live query says nothing of a database that cannot be opened.
const opened = await onDevice(() => deviceDatabase.open())
const words = await startI18n(await firstLanguage(deviceDatabase))
const guarded = opened.ok && (await isGuarded(deviceDatabase))
followLanguage(words, deviceDatabase)
startUpdates()
startOutbox()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')
createRoot(root).render(
  <StrictMode>
    <WordsProvider i18n={words}>
      <BrowserRouter>
        <Peil guarded={guarded} storageRefusal={opened.ok ? undefined : opened.error} />
      </BrowserRouter>
    </WordsProvider>
  </StrictMode>,
)
