import { endSessionsAtProvider } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import type { Route } from './+types/page.ts'

/**
 * OpenID Connect Front-Channel Logout 1.0: the provider tells, through the person's own browser, that they have signed
 * out there. Its name for the session is known to nobody else, so whoever brings it may end it.
 */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, config } = context.get(programContext)
  const { searchParams } = new URL(request.url)
  const session = searchParams.get('sid')
  if (!config.OIDC_ISSUER || searchParams.get('iss') !== config.OIDC_ISSUER || !session) {
    throw new Response(null, { status: 404 })
  }
  await endSessionsAtProvider({ db }, session)
  return new Response('', { headers: { 'cache-control': 'no-store' } })
}
