import { data, redirect } from 'react-router'
import { beginSignIn, ownPath, SIGN_IN_SECONDS, type SignInFailure } from '#src/modules/identity/index.ts'
import { actorContext, programContext, requestContext, signInContext } from '#src/web/context.ts'
import { cookiesOf } from '#src/web/cookies.ts'
import { address, inLanguage, languageOf } from '#src/web/paths.ts'
import { sendTo } from '#src/web/send-to.ts'
import { Handover } from '#src/web/ui/handover.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

const FAILURES: readonly SignInFailure['kind'][] = [
  'unknownSignIn',
  'otherBrowser',
  'tooLate',
  'refusedThere',
  'providerDown',
  'notTrusted',
]

export function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams, pathname } = new URL(request.url)
  const returnTo = ownPath(searchParams.get('til'), inLanguage('/', languageOf(pathname)))
  if (context.get(actorContext) && searchParams.has('til')) throw redirect(returnTo)
  const { provider } = context.get(signInContext)
  return {
    provider: provider?.name ?? null,
    isDemo: provider?.demo != null,
    returnTo,
    failure: FAILURES.find((one) => one === searchParams.get('feil')) ?? null,
  }
}

/** Begins to sign in, and sends the browser to the provider. */
export async function action({ request, context }: Route.ActionArgs) {
  const { db, now, config, log } = context.get(programContext)
  const { origin, requestId } = context.get(requestContext)
  const { provider } = context.get(signInContext)
  const language = languageOf(new URL(request.url).pathname)
  if (!provider) throw data(null, { status: 404 })
  const returnTo = ownPath((await request.formData()).get('til'), inLanguage('/', language))
  const begun = await beginSignIn(
    { db, now, provider },
    { returnTo, callback: new URL(address('nb', 'signInReturn'), origin), language },
  )
  if (!begun.ok) {
    log.warn({ requestId, ...begun.failure }, 'a sign-in could not begin')
    const query = new URLSearchParams({ feil: begun.failure.kind, til: returnTo })
    throw redirect(`${address(language, 'signIn')}?${query}`)
  }
  const { state, browserSecret } = begun.value
  const cookie = cookiesOf(config).signIn(state).set(browserSecret, SIGN_IN_SECONDS)
  return sendTo(begun.value.address, { origin, cookies: [cookie] })
}

export function headers() {
  return { 'cache-control': 'no-store' }
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  if (actionData) return <Handover to={actionData.to} provider={loaderData.provider ?? ''} />
  const { provider, isDemo, failure } = loaderData
  return (
    <>
      <PageHead title={t('identity.signIn.title')} description={t('identity.signIn.lead')} unlisted />
      <PageTop title={t('identity.signIn.title')} lead={t('identity.signIn.lead')} />
      <div className="wide section stack">
        {failure && (
          <div className="box error-box" data-color="danger" role="alert">
            <h2>{t('identity.signIn.failed')}</h2>
            <p>{t(`identity.signIn.failure.${failure}`, { provider: provider ?? '' })}</p>
          </div>
        )}
        {provider ? <SignInForm {...loaderData} /> : <p>{t('identity.signIn.none')}</p>}
        {provider && !isDemo && <WhatHappens provider={provider} />}
      </div>
    </>
  )
}

type Form = { readonly provider: string | null; readonly isDemo: boolean; readonly returnTo: string }

function SignInForm({ provider, isDemo, returnTo }: Form) {
  const { t } = useMessages()
  return (
    <form method="post" action={useAddress('signIn')}>
      <input type="hidden" name="til" value={returnTo} />
      {isDemo && <p className="after-lead">{t('identity.signIn.demo')}</p>}
      <p>
        <button className="ds-button" type="submit" data-color="kobber">
          {isDemo
            ? t('identity.signIn.demo.button')
            : t('identity.signIn.button', { provider: provider ?? '' })}
        </button>
      </p>
    </form>
  )
}

function WhatHappens({ provider }: { provider: string }) {
  const { t } = useMessages()
  return (
    <section aria-labelledby="slik">
      <h2 id="slik">{t('identity.signIn.what')}</h2>
      <ol>
        <li>{t('identity.signIn.what.there', { provider })}</li>
        <li>{t('identity.signIn.what.join')}</li>
        <li>{t('identity.signIn.what.stored')}</li>
      </ol>
    </section>
  )
}
