import type { ItemWords, TermWords } from '../../domain/content/words.ts'

/** What stands in a new pack until somebody writes their own: sentences of the right form. */
type TemplateWords = { readonly item: (part: string, number: number) => ItemWords; readonly terms: Readonly<Record<string, TermWords>> }

export const templateWords: Readonly<Record<string, TemplateWords>> = {
  nb: {
    item: (part, number) => ({
      stem: `Skriv her hva spørsmålet handler om (${part}, spørsmål ${number})`,
      anchors: [
        'Jeg har ikke gjort dette ennå.',
        'Jeg prøver når en kollega hjelper meg.',
        'Jeg klarer oppgaven på egen hånd.',
        'Jeg velger måten selv, og sier hvorfor.',
        'Jeg tar det opp med andre, og vi gjør det bedre.',
      ],
      example: 'Skriv en liten [scene](scene) her. Amina og læreren ser på et bilde sammen.',
    }),
    terms: { scene: { word: 'scene', explanation: 'To eller tre setninger om noe som kunne ha hendt på jobb.' } },
  },
  en: {
    item: (part, number) => ({
      stem: `Write here what the question is about (${part}, question ${number})`,
      anchors: [
        'I have not done this yet.',
        'I try when a colleague helps me.',
        'I manage the task on my own.',
        'I choose how to do it, and say why.',
        'I talk with others about it, and we make it better.',
      ],
      example: 'Write a small [scene](scene) here. Amina and the teacher look at a picture together.',
    }),
    terms: { scene: { word: 'scene', explanation: 'Two or three sentences about something that could have happened at work.' } },
  },
}
