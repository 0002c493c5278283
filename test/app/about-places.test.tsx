// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { expect, test } from 'vitest'
import { AboutPlaces } from '../../src/app/about-places.tsx'
import { showPage } from '../support/page.tsx'

test.each([
  ['/om', 'Om Peil'],
  ['/om/instrumentet', 'Om spørsmålene'],
  ['/om/samtalekort', 'Samtalekort'],
  ['/om/skjermrad', 'Råd om skjermbruk'],
  ['/om/installer', 'Slik blir Peil en app'],
  ['/om/finnes-ikke', 'Her er det ingen side'],
])('%s is the page «%s»', async (address, title) => {
  const places = (
    <Suspense>
      <Routes>
        <Route path="om/*" element={<AboutPlaces />} />
      </Routes>
    </Suspense>
  )
  await showPage(places, address)
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy()
})
