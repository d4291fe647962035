import { data, redirect } from 'react-router'
import { chooseOrganisation, ownPath } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { programContext, signedInContext } from '#src/web/context.ts'
import { inLanguage, languageOf } from '#src/web/paths.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { ChoiceList } from './choice-list.tsx'

export function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const signedIn = context.get(signedInContext)
  return {
    returnTo: ownPath(searchParams.get('til'), inLanguage('/', languageOf(pathname))),
    choices: (signedIn?.choices ?? []).map(({ id, name, roles, principals }) => ({
      id,
      name,
      roles,
      principals: principals.length,
      isCurrent: id === signedIn?.actor.organisation,
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const signedIn = context.get(signedInContext)
  if (!signedIn) throw data(null, { status: 401 })
  const form = await request.formData()
  const wanted = OrganisationId.safeParse(form.get('organisation'))
  const refused = data({ refused: true }, { status: 422 })
  if (!wanted.success) return refused
  const chosen = await chooseOrganisation(context.get(programContext), signedIn, wanted.data)
  if (!chosen.ok) return refused
  const home = inLanguage('/', languageOf(new URL(request.url).pathname))
  throw redirect(ownPath(form.get('til'), home), { status: 303 })
}

export default function ChooseOrganisationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { choices, returnTo } = loaderData
  return (
    <>
      <PageHead title={t('identity.choose.title')} unlisted />
      <PageTop
        title={t('identity.choose.title')}
        lead={t(choices.length > 0 ? 'identity.choose.lead' : 'identity.choose.none')}
      />
      <div className="wide section stack">
        {actionData?.refused && (
          <p className="box error-box" data-color="danger" role="alert">
            {t('identity.choose.refused')}
          </p>
        )}
        {choices.length > 0 ? <ChoiceList choices={choices} returnTo={returnTo} /> : <JoinFirst />}
        {!choices.some(({ isCurrent }) => isCurrent) && (
          <p>
            <a href={returnTo}>{t('identity.choose.onward')}</a>
          </p>
        )}
      </div>
    </>
  )
}

function JoinFirst() {
  const { t } = useMessages()
  return (
    <>
      <p>{t('identity.choose.none.text')}</p>
      <p>
        <To page="join" className="ds-button">
          {t('identity.choose.join')}
        </To>
      </p>
    </>
  )
}
