/** A name that stands alone with a capital letter, as it stands in a sentence. An abbreviation such as SFO stays as it is. */
export function inSentence(words: string, language: string): string {
  return words === words.toLocaleUpperCase(language) ? words : words.toLocaleLowerCase(language)
}
