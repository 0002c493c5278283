// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Course } from '../../src/ui/course.tsx'
import { LanguageSelect } from '../../src/ui/language-select.tsx'
import { Segments } from '../../src/ui/segments.tsx'

test('a choice among a few is made with the arrow keys', async () => {
  const onChange = vi.fn()
  const choices = [
    { value: 'light', label: 'Lyst' },
    { value: 'dark', label: 'Mørkt' },
  ]
  render(<Segments legend="Visning" name="scheme" choices={choices} value="light" onChange={onChange} />)
  expect(screen.getByRole('group', { name: 'Visning' })).toBeTruthy()
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(onChange).toHaveBeenCalledWith('dark')
})

test('a language is found in the list by its own name', async () => {
  const onChange = vi.fn()
  const languages = [
    { code: 'nb', name: 'Norsk bokmål' },
    { code: 'en', name: 'English' },
  ]
  render(<LanguageSelect label="Språk" languages={languages} value="nb" onChange={onChange} />)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Språk' }), 'English')
  expect(onChange).toHaveBeenCalledWith('en')
})

test('the course is a picture for the eye only', () => {
  render(<Course parts={[['done', 'here'], ['ahead']]} />)
  expect(document.querySelectorAll('[aria-hidden] i')).toHaveLength(3)
  expect(document.querySelectorAll('i.here')).toHaveLength(1)
})
