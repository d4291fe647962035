import { messagesIn } from '#src/messages/index.ts'
import type { Language } from '#src/platform/language.ts'
import { PROBLEM_CODES, REMARK_CODES } from './contract.ts'
import type { NoticeProblem, Remark } from './notice.ts'

/** A remark in words; one whose code a later version has given up is shown by its code. */
export function remarkText({ code, params }: Remark, language: Language): string {
  return REMARK_CODES.includes(code) ? messagesIn(language).t(`remark.${code}`, params) : code
}

/** Why something was refused, in words. */
export function problemText({ code, params }: NoticeProblem, language: Language): string {
  return PROBLEM_CODES.includes(code) ? messagesIn(language).t(`problem.${code}`, params) : code
}
