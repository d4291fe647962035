import { data, redirect } from 'react-router'
import { deviceName, isAwaited, LONGEST_NAME, welcomeNewcomer } from '#src/modules/identity/index.ts'
import { programContext, signInContext } from '#src/web/context.ts'
import { cookiesOf } from '#src/web/cookies.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now, config } = context.get(programContext)
  const { provider, limits } = context.get(signInContext)
  const token = cookiesOf(config).newcomer.read(request.headers)
  const language = languageOf(new URL(request.url).pathname)
  if (!token || !(await isAwaited({ db, now, limits }, token))) throw redirect(address(language, 'signIn'))
  return { provider: provider?.name ?? '' }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { db, now, config } = context.get(programContext)
  const { limits } = context.get(signInContext)
  const { newcomer, session } = cookiesOf(config)
  const language = languageOf(new URL(request.url).pathname)
  const name = String((await request.formData()).get('name') ?? '')
  const device = deviceName(request.headers.get('user-agent') ?? '')
  const token = newcomer.read(request.headers) ?? ''
  const welcomed = await welcomeNewcomer({ db, now, limits }, token, { name, language, device })
  if (welcomed.ok) {
    const headers = new Headers({ 'cache-control': 'no-store', 'set-cookie': newcomer.clear() })
    headers.append('set-cookie', session.set(welcomed.value.token))
    const query = new URLSearchParams({ til: welcomed.value.returnTo })
    throw redirect(
      welcomed.value.mustChoose
        ? `${address(language, 'chooseOrganisation')}?${query}`
        : welcomed.value.returnTo,
      { status: 303, headers },
    )
  }
  if (welcomed.failure.kind === 'nameMissing') return data({ name }, { status: 422 })
  throw redirect(`${address(language, 'signIn')}?feil=${welcomed.failure.kind}`)
}

export function headers() {
  return { 'cache-control': 'no-store' }
}

export default function SignInNamePage({ loaderData: { provider }, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const error = actionData && t('identity.signIn.name.missing', { max: LONGEST_NAME })
  return (
    <>
      <PageHead title={t('identity.signIn.name.title')} unlisted />
      <PageTop title={t('identity.signIn.name.title')} lead={t('identity.signIn.name.lead', { provider })} />
      <form method="post" action={useAddress('signInName')} className="wide section stack">
        {error && (
          <div className="box error-box" data-color="danger" role="alert">
            <p>
              <a href="#name">{error}</a>
            </p>
          </div>
        )}
        <div className="ds-field short-field">
          <label className="ds-label" htmlFor="name">
            {t('identity.signIn.name.label')}
          </label>
          <input
            className="ds-input"
            id="name"
            name="name"
            autoComplete="name"
            maxLength={200}
            defaultValue={actionData?.name}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'name-error' : undefined}
          />
          {error && (
            <p className="field-error" id="name-error">
              {error}
            </p>
          )}
        </div>
        <p>
          <button className="ds-button" type="submit" data-color="kobber">
            {t('identity.signIn.name.button')}
          </button>
        </p>
      </form>
    </>
  )
}
