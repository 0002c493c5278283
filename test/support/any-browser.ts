import type { Page } from 'playwright-core'

type Role = Parameters<Page['getByRole']>[0]
type Text = string | RegExp
type Named = { readonly name?: Text; readonly exact?: boolean; readonly level?: number; readonly checked?: boolean }

/** Something on a page, found anew whenever it is used. */
export type AnyLocator = Finder & {
  or(other: AnyLocator): AnyLocator
  first(): AnyLocator
  nth(index: number): AnyLocator
  filter(options: { readonly visible: boolean }): AnyLocator
  /** These wait until there is exactly one, and it can be seen. */
  click(): Promise<unknown>
  check(): Promise<unknown>
  fill(value: string): Promise<unknown>
  press(key: string): Promise<unknown>
  selectOption(option: string | { readonly label: string }): Promise<unknown>
  setInputFiles(path: string): Promise<unknown>
  waitFor(options?: { readonly state: 'visible' | 'hidden' | 'detached' }): Promise<unknown>
  innerText(): Promise<string>
  inputValue(): Promise<string>
  isChecked(): Promise<boolean>
  /** These say how it is now. */
  isVisible(): Promise<boolean>
  count(): Promise<number>
}

type Finder = {
  getByRole(role: Role, options?: Named): AnyLocator
  getByText(text: Text, options?: { readonly exact?: boolean }): AnyLocator
  getByLabel(text: Text, options?: { readonly exact?: boolean }): AnyLocator
  locator(css: string): AnyLocator
}

/**
 * What journeys need of a page: a part of Playwright's `Page`, in its words and with its meaning. Chromium gives Playwright's own,
 * WebKit gives one that speaks WebDriver. What only one of them can do has no place here.
 */
export type AnyPage = Finder & {
  goto(address: string): Promise<unknown>
  reload(): Promise<unknown>
  waitForURL(address: RegExp | ((url: URL) => boolean)): Promise<void>
  evaluate(script: string): Promise<unknown>
  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>
  evaluate<Result, Given>(run: (given: Given) => Result | Promise<Result>, given: Given): Promise<Result>
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>
  emulateMedia(media: { readonly colorScheme: 'light' | 'dark' }): Promise<void>
  readonly keyboard: { press(key: string): Promise<void> }
  readonly clock: { setFixedTime(time: string): Promise<void> }
}

/** What the browser says of itself and its person. Left out: a tablet held upright, in light, whose person reads bokmål. */
export type Look = {
  readonly userAgent?: string
  readonly reducedMotion?: 'reduce'
  /** The language of the browser, with a region or without. */
  readonly locale?: string
  /** The browser lets nobody store anything, as with site data blocked. */
  readonly storage?: 'refused'
}

/** A browser with a profile on disk, so that it can be closed and opened again like an installed app. */
export type AnyBrowser<Opened extends AnyPage = AnyPage> = {
  /** The page of the browser, which starts if it is closed. */
  readonly open: () => Promise<Opened>
  /** One more page beside it, on the same profile. */
  readonly openAnother: () => Promise<Opened>
  readonly close: () => Promise<void>
  /** As when the battery is pulled out: no process of it has time for anything. */
  readonly kill: () => Promise<void>
  /** Does what saves a file, and gives the path at which the browser has put it. */
  readonly saving: (save: () => Promise<unknown>) => Promise<string>
  /** Requests that left for another origin than the given one. */
  readonly foreignRequests: (origin: string) => readonly string[]
  /** What the pages wrote to the console as errors, apart from replies that did not come. */
  readonly complaints: () => readonly string[]
  /** What the pages told the console otherwise, oldest first. */
  readonly told: () => readonly string[]
  readonly remove: () => Promise<void>
}
