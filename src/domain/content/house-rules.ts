/** What the writing in one language must keep to. A language without an entry fails the content check. */
export type HouseRules = {
  /** Every description of a step starts with this: it is about oneself. */
  readonly opening: string
  /** What the workplace is like may start with one of these too. */
  readonly workplaceOpenings: readonly string[]
  /** Words that say how often without saying what: no step may rest on them. */
  readonly howOften: readonly string[]
  /** Marks that do not belong in the language. */
  readonly strangeMarks: readonly string[]
  /** Everyday words of the reference language that show an untranslated sentence. None is a word in this language. */
  readonly leftovers: readonly string[]
  /** A sentence of at most so many words may be as in the reference language; two if nothing is said. */
  readonly mayBeSame?: number
}

export const houseRules: Readonly<Record<string, HouseRules>> = {
  nb: {
    opening: 'Jeg ',
    workplaceOpenings: ['Vi ', 'Her ', 'Det '],
    howOften: [
      ...['alltid', 'ofte', 'sjelden', 'aldri', 'noen ganger', 'av og til', 'iblant', 'stadig', 'som regel', 'vanligvis'],
      ...['daglig', 'ukentlig', 'månedlig', 'hver dag', 'hver uke', 'hver måned'],
    ],
    strangeMarks: ['"', '“', '”', '!'],
    leftovers: [],
  },
  nn: {
    opening: 'Eg ',
    workplaceOpenings: ['Vi ', 'Her ', 'Det '],
    howOften: [
      ...['alltid', 'ofte', 'sjeldan', 'aldri', 'nokre gonger', 'av og til', 'iblant', 'stadig', 'som regel', 'vanlegvis', 'til vanleg'],
      ...['jamleg', 'dagleg', 'kvar dag', 'kvar veke', 'kvar månad'],
    ],
    strangeMarks: ['"', '“', '”', '!'],
    leftovers: [
      ...['jeg', 'ikke', 'hva', 'hvem', 'hvilken', 'hvilke', 'hvor', 'hvordan', 'hvorfor', 'hver', 'hvert', 'hvis', 'noe', 'noen', 'bare'],
      ...['mye', 'mer', 'flere', 'selv', 'sammen', 'alene', 'egen', 'eget', 'hele', 'fra', 'uten', 'dere', 'deres', 'dem', 'hun', 'et'],
      ...['en', 'ble', 'være', 'gjøre', 'gjør', 'åpen', 'åpne', 'hjem', 'hjemme', 'enhet'],
    ],
    mayBeSame: 7,
  },
  en: {
    opening: 'I ',
    workplaceOpenings: ['We ', 'Here ', 'Here, ', 'It ', 'There ', 'What '],
    howOften: [
      ...['always', 'often', 'seldom', 'rarely', 'never', 'sometimes', 'usually', 'regularly', 'frequently', 'occasionally'],
      ...['daily', 'weekly', 'monthly', 'every day', 'every week', 'every month', 'now and then', 'from time to time'],
    ],
    strangeMarks: ['«', '»', '!'],
    leftovers: ['jeg', 'ikke', 'og', 'på', 'som', 'det', 'til', 'eller', 'når', 'vi har'],
  },
  sv: {
    opening: 'Jag ',
    workplaceOpenings: ['Vi ', 'Här ', 'Det '],
    howOften: [
      ...['alltid', 'ofta', 'oftast', 'sällan', 'aldrig', 'ibland', 'då och då', 'emellanåt', 'jämt', 'i regel', 'för det mesta'],
      ...['vanligtvis', 'vanligen', 'regelbundet', 'dagligen', 'varje dag', 'varje vecka', 'varje månad'],
    ],
    strangeMarks: ['«', '»', '“', '"', '!'],
    leftovers: ['ikke', 'jeg', 'og', 'også', 'hva', 'hvor', 'hvordan', 'noe', 'noen', 'dere', 'uten', 'gjør', 'være', 'skjerm', 'sammen'],
    // A short title can be the same in both: «Lillestrøm: fem mål».
    mayBeSame: 3,
  },
}

/** Products and services: a person who uses another one must recognise the situation too. */
export const brands = [
  ...['ipad', 'iphone', 'apple', 'google', 'android', 'chromebook', 'microsoft', 'windows', 'teams', 'outlook', 'copilot', 'chatgpt'],
  ...['gemini', 'youtube', 'netflix', 'facebook', 'messenger', 'instagram', 'snapchat', 'tiktok', 'whatsapp', 'zoom', 'spotify'],
  ...['kidplan', 'mykid', 'vigilo', 'visma', 'spond', 'showbie', 'kahoot', 'book creator', 'puppet pals', 'minecraft', 'roblox', 'lego'],
  ...['bee-bot', 'beebot', 'blue-bot', 'bluebot', 'nrk', 'feide'],
]
