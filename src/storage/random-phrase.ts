const words = 6

/** Words that nobody has chosen, each as likely as any other. With 256 to choose from: 48 bits. */
export function randomPhrase(from: readonly string[]): string {
  const drawn = crypto.getRandomValues(new Uint32Array(words))
  return [...drawn].map((number) => from[number % from.length]).join(' ')
}
