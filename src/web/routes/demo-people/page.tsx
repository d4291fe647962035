import { redirect } from 'react-router'
import { type DemoPersonView, listDemoPeople } from '#src/modules/identity/index.ts'
import { programContext, signInContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

/** The page by which the demo provider asks who one is; there is none in production. */
export async function loader({ params, context, request }: Route.LoaderArgs) {
  const demo = context.get(signInContext).provider?.demo
  if (!demo) throw new Response(null, { status: 404 })
  if (!(await demo.isWaiting(params.sign))) throw backToStart(request)
  return { people: await listDemoPeople(context.get(programContext).db) }
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const demo = context.get(signInContext).provider?.demo
  if (!demo) throw new Response(null, { status: 404 })
  const onward = await demo.become(params.sign, String((await request.formData()).get('person')))
  throw onward === null ? backToStart(request) : redirect(onward, { status: 303 })
}

function backToStart(request: Request): Response {
  const language = languageOf(new URL(request.url).pathname)
  return redirect(`${address(language, 'signIn')}?feil=unknownSignIn`, { status: 303 })
}

export function headers() {
  return { 'cache-control': 'no-store' }
}

export default function DemoPeoplePage({ loaderData: { people } }: Route.ComponentProps) {
  const { t } = useMessages()
  const roles = [...new Set(people.map(({ role }) => role))]
  return (
    <>
      <PageHead title={t('identity.demo.title')} unlisted />
      <PageTop title={t('identity.demo.title')} lead={t('identity.demo.lead')} />
      <form method="post" className="wide section demo-people">
        {roles.map((role) => (
          <section key={role} aria-labelledby={role}>
            <h2 id={role}>{t(`identity.role.${role}`)}</h2>
            <p className="small quiet">{t(`identity.demo.role.${role}`)}</p>
            <ul className="plain-list choice-list">
              {people
                .filter((person) => person.role === role)
                .map((person) => (
                  <Person key={person.key} person={person} />
                ))}
            </ul>
          </section>
        ))}
      </form>
    </>
  )
}

function Person({ person }: { person: DemoPersonView }) {
  const { t, list } = useMessages()
  return (
    <li>
      <button className="choice-button" type="submit" name="person" value={person.key}>
        <strong>{person.name}</strong>
        <span lang="nb">{person.title}</span>
        <span>{list(person.places) || t('identity.demo.platform')}</span>
      </button>
    </li>
  )
}
