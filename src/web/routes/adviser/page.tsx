import { dayOf, whatIsOpenTo } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { toAccessView } from '#src/web/present/access-view.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const at = now()
  const open = await whatIsOpenTo(db, actor, at)
  return { open: open.map((one) => toAccessView(one, dayOf(at))) }
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
