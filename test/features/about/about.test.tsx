// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AboutPage } from '../../../src/features/about/page.tsx'
import { showPage } from '../../support/page.tsx'

test.each([
  ['nb', 'Det vi ikke kan love', 'ikke psykometrisk validert'],
  ['en', 'What we cannot promise', 'not yet been psychometrically validated'],
])('the page in %s says what cannot be promised and what is not validated', async (language, limits, validation) => {
  await showPage(<AboutPage />, '/om', language)
  expect(screen.getByRole('heading', { name: limits })).toBeTruthy()
  expect(document.body.textContent).toContain(validation)
})
