const MOST = 500

/** What is another whenever an answer may be. */
type Generation = number | string

type Remembered = { readonly generation: Generation; readonly answer: Promise<unknown> }

/** Answers the same question from memory for as long as what it was read from stands still. */
export type Memory = <Answer>(question: readonly unknown[], find: () => Promise<Answer>) => Promise<Answer>

/**
 * Front pages and popular pages ask the same again and again. `readGeneration` gives what every change alters,
 * in whichever process, so what is remembered is never older than the change it knows of last.
 */
export function rememberAnswers(readGeneration: () => Promise<Generation>): Memory {
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
