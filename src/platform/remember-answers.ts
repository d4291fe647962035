const MOST = 500

type Remembered = { readonly generation: number; readonly answer: Promise<unknown> }

/** Answers the same question from memory for as long as the index stands still. */
export type Memory = <Answer>(question: readonly unknown[], find: () => Promise<Answer>) => Promise<Answer>

/**
 * Front pages and popular pages ask the same again and again. The index carries a number that every change raises, in
 * whichever process, so what is remembered is never older than the index.
 */
export function rememberAnswers(readGeneration: () => Promise<number>): Memory {
  const remembered = new Map<string, Remembered>()
  return async <Answer>(question: readonly unknown[], find: () => Promise<Answer>): Promise<Answer> => {
    const key = JSON.stringify(question)
    const generation = await readGeneration()
    const known = remembered.get(key)
    remembered.delete(key)
    const answer = known?.generation === generation ? (known.answer as Promise<Answer>) : find()
    remembered.set(key, { generation, answer })
    // A failure is told to those who wait for it now, and not kept.
    answer.catch(() => remembered.delete(key))
    const [oldest] = remembered.keys()
    if (remembered.size > MOST && oldest !== undefined) remembered.delete(oldest)
    return answer
  }
}
