import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { draftsAsAdviser } from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

/** What an organisation writes and has opened to the adviser; everything else looks as if it were not there. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const actor = requireActor({ request, context })
  const id = OrganisationId.safeParse(params.organisation)
  const organisation = id.success ? await findOrganisationById(program.db, id.data) : null
  const drafts = organisation && (await draftsAsAdviser(program, actor, organisation.id))
  if (!organisation || !drafts) throw data(null, { status: 404 })
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  return {
    organisation: { id: organisation.id as string, name: organisation.name },
    drafts: drafts.map((draft) => ({
      id: draft.id as string,
      title: draftTitle(draft, messages),
      savedAt: draft.savedAt,
    })),
  }
}

export default function AdviserDraftsPage({ loaderData: { organisation, drafts } }: Route.ComponentProps) {
  const { t, date } = useMessages()
  const title = t('people.adviser.drafts.title', { organisation: organisation.name })
  const crumbs = [{ text: t('people.adviser.title'), href: useAddress('adviser') }]
  return (
    <>
      <PageHead title={title} unlisted />
      <PageTop crumbs={crumbs} title={title} lead={t('people.adviser.drafts.lead')} />
      <div className="wide section">
        {drafts.length === 0 ? (
          <p>{t('people.adviser.drafts.none')}</p>
        ) : (
          <ul className="plain-list lines">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <To page="adviserDraft" params={{ organisation: organisation.id, draft: draft.id }}>
                  {draft.title}
                </To>
                <p className="small quiet">{t('people.adviser.draft.saved', { day: date(draft.savedAt) })}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
