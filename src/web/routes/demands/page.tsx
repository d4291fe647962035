import { messagesIn } from '#src/messages/index.ts'
import { memberOrganisations, readDemands } from '#src/modules/needs/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export const headers = neverKept

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const reader = context.get(actorContext)
  const { language, date } = messagesIn(languageOf(new URL(request.url).pathname))
  const demands = await readDemands(db, reader)
  const names = await organisationsByIds(db, [...new Set(demands.flatMap(memberOrganisations))])
  return {
    mayBegin: reader?.roles.has('coordinator') === true && reader.isPublicBody,
    demands: demands.map((demand) => ({
      id: demand.id,
      title: demand.title,
      language: demand.statement.language,
      href: address(language, 'demand', { id: demand.id }),
      changedOn: date(demand.changedAt),
      members: memberOrganisations(demand).map((id) => names.get(id)?.name ?? '–'),
      isTheirs: memberOrganisations(demand).some((id) => reader?.actsFor.has(id)),
    })),
  }
}

export default function DemandsPage({ loaderData: { demands, mayBegin } }: Route.ComponentProps) {
  const { t } = useMessages()
  const own = demands.filter(({ isTheirs }) => isTheirs)
  const others = demands.filter(({ isTheirs }) => !isTheirs)
  return (
    <>
      <PageHead title={t('demand.list.title')} description={t('demand.list.lead')} />
      <PageTop title={t('demand.list.title')} lead={t('demand.list.lead')} />
      <div className="wide section stack">
        {mayBegin && (
          <p>
            <To page="demandNew" className="ds-button">
              {t('demand.begin')}
            </To>
          </p>
        )}
        {demands.length === 0 && <p>{t('demand.list.none')}</p>}
        {own.length > 0 && (
          <Section title={t('demand.list.own')} id="egne">
            <DemandList demands={own} />
          </Section>
        )}
        {others.length > 0 && (
          <Section title={t(own.length > 0 ? 'demand.list.others' : 'demand.list.all')} id="andre">
            <DemandList demands={others} />
          </Section>
        )}
      </div>
    </>
  )
}

function DemandList({ demands }: { demands: Route.ComponentProps['loaderData']['demands'] }) {
  const { t, list } = useMessages()
  return (
    <ul className="members plain-list">
      {demands.map((demand) => (
        <li key={demand.id}>
          <h3 lang={demand.language}>
            <a href={demand.href}>{demand.title}</a>
          </h3>
          <p>{list(demand.members)}</p>
          <p className="small quiet">{t('demand.changed', { on: demand.changedOn })}</p>
        </li>
      ))}
    </ul>
  )
}
