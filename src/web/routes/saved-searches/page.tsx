import { data, redirect } from 'react-router'
import { SavedSearchId } from '#src/modules/notifications/contract.ts'
import { deleteSavedSearch, savedSearchesOf } from '#src/modules/notifications/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const { personId } = requireActor({ request, context })
  const done = new URL(request.url).searchParams.get('gjort')
  return {
    searches: await savedSearchesOf(db, personId),
    done: done === 'lagret' ? 'saved' : done === 'avsluttet' ? 'ended' : null,
  } as const
}

export async function action({ request, context }: Route.ActionArgs) {
  const { db } = context.get(programContext)
  const { personId } = requireActor({ request, context })
  const id = SavedSearchId.safeParse((await request.formData()).get('search'))
  const ended = id.success && (await deleteSavedSearch(db, { person: personId, id: id.data }))
  if (!ended) throw data(null, { status: 404 })
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(`${address(language, 'savedSearches')}?gjort=avsluttet`, { status: 303 })
}

export default function SavedSearchesPage({ loaderData: { searches, done } }: Route.ComponentProps) {
  const { t, date } = useMessages()
  const search = useAddress('search')
  return (
    <>
      <PageHead title={t('notifications.search.list.title')} unlisted />
      <PageTop title={t('notifications.search.list.title')} lead={t('notifications.search.list.lead')} />
      <div className="wide section stack">
        {done && <Done>{t(`notifications.search.list.${done}`)}</Done>}
        {searches.length === 0 && <p className="lead">{t('notifications.search.list.none')}</p>}
        <ul className="plain-list lines">
          {searches.map(({ id, name, question, way, madeAt }) => (
            <li key={id}>
              <a href={`${search}?${question}`}>{name}</a>
              <p className="small quiet">
                {t(`notifications.way.${way}`)} ·{' '}
                {t('notifications.search.list.since', { day: date(madeAt) })}
              </p>
              <form method="post">
                <input type="hidden" name="search" value={id} />
                <button type="submit" className="ds-button" data-variant="tertiary" data-size="sm">
                  {t('notifications.search.list.end', { name })}
                </button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
