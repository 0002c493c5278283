/** Made from the folders in `locales/` when the app is built. */
declare module 'virtual:words' {
  type Words = Readonly<Record<string, Record<string, unknown>>>
  type Load = () => Promise<{ readonly default: Words }>
  export const staff: Readonly<Record<string, Load>>
  export const lead: Readonly<Record<string, Load>>
}
