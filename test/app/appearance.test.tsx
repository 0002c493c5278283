// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstLanguage, followLanguage, showRememberedScheme } from '../../src/app/appearance.ts'
import { useScheme } from '../../src/app/scheme.ts'
import { startI18n } from '../../src/i18n/start.ts'
import { forgetAppearance } from '../../src/platform/appearance.ts'
import { loadSettings, saveSetting } from '../../src/storage/settings.ts'
import { pageDevice } from '../support/page.tsx'

beforeEach(() => {
  localStorage.clear()
})

afterEach(() => {
  vi.restoreAllMocks()
})

test('a first visit speaks the language the browser asks for', async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['da-DK', 'en'])
  expect(await firstLanguage(pageDevice().database)).toBe('nb')
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr-FR'])
  expect(await firstLanguage(pageDevice().database)).toBe('en')
})

test('a chosen language is remembered, also when only the database is left', async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nb-NO'])
  const { database } = pageDevice()
  const words = await startI18n('nb')
  followLanguage(words, database)
  await words.changeLanguage('en')
  expect(await firstLanguage(database)).toBe('en')
  await vi.waitFor(async () => {
    expect(await loadSettings(database)).toEqual({ language: 'en' })
  })
  localStorage.clear()
  expect(await firstLanguage(database)).toBe('en')
})

test('a language that Peil no longer speaks is not chosen', async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nb-NO'])
  const { database } = pageDevice()
  await saveSetting(database, 'language', 'tlh')
  localStorage.setItem('peil.language', 'tlh')
  expect(await firstLanguage(database)).toBe('nb')
})

test('dark is shown at once and at the next start, until everything is forgotten', async () => {
  const { database } = pageDevice()
  const { result } = renderHook(() => useScheme(database))
  expect(result.current.scheme).toBe('auto')
  await act(() => result.current.changeScheme('dark'))
  expect(document.documentElement.dataset['colorScheme']).toBe('dark')
  expect(result.current.scheme).toBe('dark')
  document.documentElement.dataset['colorScheme'] = 'auto'
  showRememberedScheme()
  expect(document.documentElement.dataset['colorScheme']).toBe('dark')
  forgetAppearance()
  showRememberedScheme()
  expect(document.documentElement.dataset['colorScheme']).toBe('auto')
})
