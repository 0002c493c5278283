/** Made from the folders in `locales/` when the app is built: a loader per language and file, and the file of each namespace. */
declare module 'virtual:words' {
  type Words = Readonly<Record<string, Record<string, unknown>>>
  type Load = () => Promise<{ readonly default: Words }>
  export const files: Readonly<Record<string, Readonly<Record<string, Load>>>>
  export const fileOf: Readonly<Record<string, string>>
}
