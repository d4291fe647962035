import { data, type RouterContextProvider, redirect } from 'react-router'
import { type Actor, hasOneOf } from '#src/modules/identity/index.ts'
import { actorContext } from './context.ts'
import { inLanguage, languageOf, PAGES, pageAt } from './paths.ts'

type Asked = { readonly request: Request; readonly context: Readonly<RouterContextProvider> }

/** Who sends the request; a reader who has not signed in is led to sign in and back, a form is told 401. */
export function requireActor({ request, context }: Asked): Actor {
  const actor = context.get(actorContext)
  if (actor) return actor
  if (request.method !== 'GET' && request.method !== 'HEAD') throw data(null, { status: 401 })
  const { pathname, search } = new URL(request.url)
  const signIn = inLanguage('/logg-inn', languageOf(pathname))
  throw redirect(`${signIn}?til=${encodeURIComponent(pathname + search)}`)
}

/** Lets nobody past whom the table of pages does not let in; runs before every loader and action. */
export function guardPage(asked: Asked): void {
  const page = pageAt(new URL(asked.request.url).pathname)
  const access = page ? PAGES[page].access : 'everyone'
  if (access === 'everyone') return
  const actor = requireActor(asked)
  if (access !== 'signedIn' && !hasOneOf(actor, access)) throw data(null, { status: 403 })
}
