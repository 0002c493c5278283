import { european, localDay } from './dates.ts'

/** 11. des. 2026 */
export function shortDate(iso: string, language: string): string {
  return new Intl.DateTimeFormat(european(language), { day: 'numeric', month: 'short', year: 'numeric' }).format(localDay(iso))
}

/** 11. des. 2026, 14:05: where one day has several. */
export function shortMoment(iso: string, language: string): string {
  return new Intl.DateTimeFormat(european(language), { dateStyle: 'medium', timeStyle: 'short' }).format(localDay(iso))
}

/** 2026-12-11, the day on the device's own calendar: for files. */
export function plainDay(iso: string): string {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short' }).format(localDay(iso))
}
