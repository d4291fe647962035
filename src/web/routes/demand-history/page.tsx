import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { readDemand } from '#src/modules/needs/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { languageOf } from '#src/web/paths.ts'
import { demandHistoryView } from '#src/web/present/demand-history.ts'
import { Differences } from '#src/web/ui/difference.tsx'
import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export const headers = neverKept

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const reader = context.get(actorContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const demand = await readDemand(db, reader, params.id)
  if (!demand) throw data(null, { status: 404 })
  return demandHistoryView(db, demand, { reader, messages })
}

export default function DemandHistoryPage({ loaderData: page }: Route.ComponentProps) {
  const { t } = useMessages()
  const href = useAddress('demand', { id: page.id })
  return (
    <>
      <PageHead title={`${t('demand.history')} – ${page.title}`} unlisted />
      <PageTop
        crumbs={[{ text: page.title, href }]}
        kind={page.title}
        title={t('demand.history')}
        lead={t('demand.history.lead')}
      />
      <div className="wide section stack">
        <Section title={t('demand.history.who')} id="hvem">
          <ul className="members plain-list">
            {page.events.map((event) => (
              <li key={event.key}>
                <p>
                  <strong>{event.name}</strong> {event.text}
                </p>
                {event.reason && <p className="as-written">{event.reason}</p>}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('demand.history.statement')} id="tekst">
          {page.versions.length === 0 && <p>{t('demand.history.first')}</p>}
          {page.versions.map(({ title, version, differences }) => (
            <details key={version} open={version === page.versions[0]?.version}>
              <summary>{title}</summary>
              <Differences differences={differences} language={page.language} />
            </details>
          ))}
        </Section>
      </div>
    </>
  )
}
