/** What came of each of a group, in their order. If it cannot be said of each, the whole group fails. */
export type AnswerGroup<Q, A> = (group: readonly Q[]) => Promise<readonly PromiseSettledResult<A>[]>

/** `most` in a group, so that whoever comes next does not wait long; so many groups `atOnce`. */
export type Grouping = { readonly most: number; readonly atOnce: number }

type Waiting<Q, A> = { readonly question: Q; readonly resolve: (answer: A) => void; readonly reject: (cause: unknown) => void }

/**
 * Answers those who come at the same moment together. Nobody waits for others to come: a group is who has come in the same turn of
 * the process, or while the groups before were answered.
 */
export function inGroups<Q, A>(answerGroup: AnswerGroup<Q, A>, { most, atOnce }: Grouping): (question: Q) => Promise<A> {
  const waiting: Waiting<Q, A>[] = []
  let underWay = 0
  let isDue = false

  async function answer(group: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await answerGroup(group.map(({ question }) => question))
      for (const [at, { resolve, reject }] of group.entries()) {
        const answered = answers[at]
        if (answered?.status === 'fulfilled') resolve(answered.value)
        else reject(answered?.reason)
      }
    } catch (cause) {
      for (const { reject } of group) reject(cause)
    }
  }
  async function answerNext(): Promise<void> {
    isDue = false
    underWay += 1
    const group = waiting.splice(0, most)
    beginNext()
    await answer(group)
    underWay -= 1
    beginNext()
  }
  function beginNext(): void {
    if (isDue || underWay === atOnce || waiting.length === 0) return
    isDue = true
    // Requests that have arrived are read one after the other before this comes.
    setImmediate(() => void answerNext())
  }
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      beginNext()
    })
}
