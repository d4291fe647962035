import type { RouterContextProvider } from 'react-router'
import type { Memory } from '#src/platform/remember-answers.ts'
import { actorContext, programContext } from './context.ts'

/**
 * How a page reads what everybody may see: from memory where nothing has changed since. Those who are signed in may just
 * have changed it themselves, so for them it is read anew.
 */
export function publicReads(context: Readonly<RouterContextProvider>): Memory {
  return context.get(actorContext) ? (_, find) => find() : context.get(programContext).remember
}
