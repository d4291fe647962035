import { redirect } from 'react-router'
import { endAllSessions, endSession, openIdToken } from '#src/modules/identity/index.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { programContext, requestContext, signedInContext, signInContext } from '#src/web/context.ts'
import { cookiesOf } from '#src/web/cookies.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { sendTo } from '#src/web/send-to.ts'
import { Handover } from '#src/web/ui/handover.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { SIGN_OUT_FORM } from '#src/web/ui/person-menu.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

/** The provider sends people back to the one address it knows, and says in which language they left. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const language = LANGUAGES.find((one) => one === searchParams.get('state')) ?? languageOf(pathname)
  if (language !== languageOf(pathname)) throw redirect(address(language, 'signOut'))
  return {
    provider: context.get(signInContext).provider?.name ?? '',
    isSignedIn: context.get(signedInContext) !== null,
  }
}

/** Signs out, here or everywhere, and at the provider too where it offers that. */
export async function action({ request, context }: Route.ActionArgs) {
  const { db, config } = context.get(programContext)
  const { origin } = context.get(requestContext)
  const cookies = cookiesOf(config)
  const form = await request.formData()
  const language = LANGUAGES.find((one) => one === form.get('language')) ?? 'nb'
  const signedIn = context.get(signedInContext)
  const ended = signedIn && (await endSession({ db }, signedIn.actor, signedIn.session))
  if (signedIn && form.get('scope') === 'everywhere') await endAllSessions({ db }, signedIn.actor)
  const sealed = cookies.idToken.read(request.headers)
  const idToken = ended?.idTokenKey && sealed ? openIdToken({ key: ended.idTokenKey, sealed }) : null
  const to = ended && (await providerAddress(context, { idToken, origin, language }))
  return sendTo(to ?? new URL(address(language, 'signOut'), origin), {
    origin,
    cookies: [cookies.session.clear(), cookies.idToken.clear()],
  })
}

type Leaving = { readonly idToken: string | null; readonly origin: string; readonly language: Language }

async function providerAddress(
  context: Route.ActionArgs['context'],
  { idToken, origin, language }: Leaving,
): Promise<URL | null> {
  const { provider } = context.get(signInContext)
  const to = await provider?.signOutAddress(idToken, new URL(address('nb', 'signOut'), origin))
  to?.searchParams.set('state', language)
  return to ?? null
}

export function headers() {
  return { 'cache-control': 'no-store' }
}

export default function SignOutPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  if (actionData) return <Handover to={actionData.to} provider={loaderData.provider} />
  if (loaderData.isSignedIn) return <StillHere />
  return (
    <>
      <PageHead title={t('identity.signOut.title')} unlisted />
      <PageTop title={t('identity.signOut.title')} lead={t('identity.signOut.lead')} />
      <p className="wide section">
        <To page="signIn" className="ds-button">
          {t('identity.signOut.again')}
        </To>
      </p>
    </>
  )
}

/** One has come here by the address, and not by the button. */
function StillHere() {
  const { t, language } = useMessages()
  return (
    <>
      <PageHead title={t('identity.signOut.button')} unlisted />
      <PageTop title={t('identity.signOut.button')} />
      <form {...SIGN_OUT_FORM} className="wide section">
        <input type="hidden" name="language" value={language} />
        <button className="ds-button" type="submit" data-color="kobber">
          {t('identity.signOut.button')}
        </button>
      </form>
    </>
  )
}
