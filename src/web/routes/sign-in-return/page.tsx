import { redirect } from 'react-router'
import { deviceName, endSessionOf, finishSignIn, NEWCOMER_SECONDS } from '#src/modules/identity/index.ts'
import { programContext, requestContext, signInContext } from '#src/web/context.ts'
import { cookiesOf } from '#src/web/cookies.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { preferredLanguage } from '#src/web/preferred-language.ts'
import type { Route } from './+types/page.ts'

/** Where the provider sends people back to: ends in a session, or at the page one began from with what went wrong. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now, config, log } = context.get(programContext)
  const { origin, requestId } = context.get(requestContext)
  const { provider, limits } = context.get(signInContext)
  if (!provider) throw new Response(null, { status: 404 })
  const asked = new URL(request.url)
  const cookies = cookiesOf(config)
  const signIn = cookies.signIn(asked.searchParams.get('state') ?? '')
  const finished = await finishSignIn(
    { db, now, limits, provider },
    {
      callback: new URL(asked.pathname + asked.search, origin),
      browserSecret: signIn.read(request.headers),
      device: deviceName(request.headers.get('user-agent') ?? ''),
      language: languageOf,
    },
  )
  const headers = new Headers({ 'cache-control': 'no-store', 'set-cookie': signIn.clear() })
  if (!finished.ok) {
    const { kind, reason, returnTo } = finished.failure
    log.warn({ requestId, kind, reason }, 'a sign-in failed')
    const language = returnTo === null ? preferredLanguage(request.headers) : languageOf(returnTo)
    const query = new URLSearchParams({ feil: kind, ...(returnTo !== null && { til: returnTo }) })
    return redirect(`${address(language, 'signIn')}?${query}`, { status: 303, headers })
  }
  const { kind, token, returnTo, sealedIdToken, person, mustChoose } = finished.value
  const language = languageOf(returnTo)
  if (sealedIdToken) headers.append('set-cookie', cookies.idToken.set(sealedIdToken))
  if (kind === 'newcomer') {
    headers.append('set-cookie', cookies.newcomer.set(token, NEWCOMER_SECONDS))
    return redirect(address(language, 'signInName'), { status: 303, headers })
  }
  const before = cookies.session.read(request.headers)
  if (before) await endSessionOf({ db }, before)
  log.info({ requestId, person }, 'signed in')
  headers.append('set-cookie', cookies.session.set(token))
  const choose = `${address(language, 'chooseOrganisation')}?${new URLSearchParams({ til: returnTo })}`
  return redirect(mustChoose ? choose : returnTo, { status: 303, headers })
}
