/** 11. desember. `iso` is a date or a moment; the day is the one on the device's own calendar. */
export function dayAndMonth(iso: string, language: string): string {
  return new Intl.DateTimeFormat(european(language), { day: 'numeric', month: 'long' }).format(localDay(iso))
}

/** 11. desember 2026 */
export function wholeDate(iso: string, language: string): string {
  return new Intl.DateTimeFormat(european(language), { day: 'numeric', month: 'long', year: 'numeric' }).format(localDay(iso))
}

/** English is read here by people in Europe: the day comes before the month. */
export function european(language: string): string {
  return language === 'en' ? 'en-GB' : language
}

/** `2026-12-11` alone means that day here, not midnight in London. */
export function localDay(iso: string): Date {
  return new Date(iso.length === 10 ? `${iso}T00:00` : iso)
}
