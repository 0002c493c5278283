/** Made from the folders in `locales/` when the app is built. `first`: up to the first question. `later`: other pages for staff. `lead`: leaders and owners. */
declare module 'virtual:words' {
  type Words = Readonly<Record<string, Record<string, unknown>>>
  type Load = () => Promise<{ readonly default: Words }>
  type Languages = Readonly<Record<string, Load>>
  export const first: Languages
  export const later: Languages
  export const lead: Languages
}
