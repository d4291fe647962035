import { isMessageKey, messagesIn } from '#src/messages/index.ts'
import type { Language } from '#src/platform/language.ts'

type Failure = {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** Why a source, or the job that asks it, did not do what it should, in words; a code of another version as it is. */
export function sourceFailureText({ code, params }: Failure, language: Language): string {
  const key = `source.failure.${code}`
  return isMessageKey(key) ? messagesIn(language).t(key, params) : code
}
