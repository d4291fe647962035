import { useLocation } from 'react-router'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import type { Language } from '#src/platform/language.ts'
import { languageOf } from '#src/web/paths.ts'

/** The language of the page, which its address decides. */
export function useLanguage(): Language {
  return languageOf(useLocation().pathname)
}

/** Texts and formats in the language of the page. */
export function useMessages(): Messages {
  return messagesIn(useLanguage())
}
