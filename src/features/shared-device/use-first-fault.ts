import { type RefObject, useEffect } from 'react'

/** What has to be corrected first takes the focus. */
export function useFirstFault(form: RefObject<HTMLElement | null>, faults: object): void {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, faults])
}
