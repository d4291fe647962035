import { dayOf, whatIsOpenTo } from '#src/modules/identity/index.ts'
import { isDraft } from '#src/modules/sharing/index.ts'
import { isStop } from '#src/modules/stops/index.ts'
import type { Database } from '#src/platform/database.ts'
import { programContext } from '#src/web/context.ts'
import { type AccessView, toAccessView } from '#src/web/present/access-view.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const at = now()
  const open = await whatIsOpenTo(db, actor, at)
  const views = open.map((access) => toAccessView(access, dayOf(at)))
  return { open: await Promise.all(views.map(async (view) => ({ ...view, thing: await thingOf(db, view) }))) }
}

/** What the one thing that is opened is, so that there is a page to read it on. */
async function thingOf(db: Database, { one }: AccessView): Promise<'draft' | 'stop' | null> {
  if (one === null) return null
  if (await isDraft(db, one)) return 'draft'
  return (await isStop(db, one)) ? 'stop' : null
}

export default function AdviserPage({ loaderData: { open } }: Route.ComponentProps) {
  const { t, date } = useMessages()
  return (
    <>
      <PageHead title={t('people.adviser.title')} unlisted />
      <PageTop title={t('people.adviser.title')} lead={t('people.adviser.lead')} />
      <div className="wide section stack">
        {open.length === 0 ? (
          <p>{t('people.adviser.none')}</p>
        ) : (
          <ul className="plain-list lines">
            {open.map((access) => (
              <li key={access.id}>
                <strong>{access.organisation}</strong>
                <p>{access.kind ? t(`people.advisers.scope.${access.kind}`) : access.one}</p>
                <Onward access={access} />
                <p className="small quiet">
                  {t('people.advisers.until', { day: date(access.endsOn) })} · {access.purpose}
                </p>
              </li>
            ))}
          </ul>
        )}
        <p className="small quiet">{t('people.adviser.logged')}</p>
      </div>
    </>
  )
}

/** The way to what is open. What is told by its address alone is reached by that. */
function Onward({ access }: { access: AccessView & { readonly thing: 'draft' | 'stop' | null } }) {
  const { kind, one, organisationId: organisation, thing } = access
  const { t } = useMessages()
  if (kind === 'drafts') {
    return (
      <To page="adviserDrafts" params={{ organisation }}>
        {t('people.adviser.drafts')}
      </To>
    )
  }
  if (kind === 'documents') {
    return (
      <To page="documents" query={`organisation=${organisation}`}>
        {t('people.adviser.documents')}
      </To>
    )
  }
  if (kind === 'stops') {
    return (
      <To page="adviserStops" params={{ organisation }}>
        {t('people.adviser.stops')}
      </To>
    )
  }
  if (one && thing === 'draft') {
    return (
      <To page="adviserDraft" params={{ organisation, draft: one }}>
        {t('people.adviser.one')}
      </To>
    )
  }
  return one && thing === 'stop' ? (
    <To page="stop" params={{ id: one }}>
      {t('people.adviser.stop')}
    </To>
  ) : null
}
