import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { stopsAsAdviser } from '#src/modules/stops/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { ofStop, storyHit } from '#src/web/present/story-view.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { HitList } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

/** What stopped an organisation that has opened its stories to the adviser; of every other nothing is there. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const actor = requireActor({ request, context })
  const id = OrganisationId.safeParse(params.organisation)
  const organisation = id.success ? await findOrganisationById(program.db, id.data) : null
  const stops = organisation && (await stopsAsAdviser(program, actor, organisation.id))
  if (!organisation || !stops) throw data(null, { status: 404 })
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  return {
    organisation: organisation.name,
    hits: stops.map((stop) =>
      storyHit(
        ofStop(stop, () => organisation.name, messages),
        messages,
      ),
    ),
  }
}

export default function AdviserStopsPage({ loaderData: { organisation, hits } }: Route.ComponentProps) {
  const { t } = useMessages()
  const title = t('people.adviser.stops.title', { organisation })
  const crumbs = [{ text: t('people.adviser.title'), href: useAddress('adviser') }]
  return (
    <>
      <PageHead title={title} unlisted />
      <PageTop crumbs={crumbs} title={title} lead={t('people.adviser.stops.lead')} />
      <div className="wide section">
        {hits.length === 0 ? <p>{t('people.adviser.stops.none')}</p> : <HitList hits={hits} level={2} />}
      </div>
    </>
  )
}
