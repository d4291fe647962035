import { data, type RouterContextProvider, redirect } from 'react-router'
import { type Actor, hasOneOf } from '#src/modules/identity/index.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { actorContext } from './context.ts'
import { type Access, inLanguage, languageOf, PAGES } from './paths.ts'

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

const MISSING = '/*'
const ACCESS: ReadonlyMap<string, Access> = new Map([
  [MISSING, 'everyone'],
  ...LANGUAGES.flatMap((language) =>
    Object.values(PAGES).map(({ path, access }) => [inLanguage(path, language), access] as const),
  ),
])

/**
 * Lets nobody past whom the table of pages does not let in; runs before every loader and action. Goes by the route that
 * was chosen and not by the address: one route has many, `/%72edaksjon` too.
 */
export function guardPage({ pattern, ...asked }: Asked & { readonly pattern: string }): void {
  const access = ACCESS.get(pattern.replace(/^\/?/, '/'))
  if (access === undefined) throw new Error(`The route ${pattern} is not in the table of pages`)
  if (access === 'everyone') return
  const actor = requireActor(asked)
  if (access !== 'signedIn' && !hasOneOf(actor, access)) throw data(null, { status: 403 })
}
