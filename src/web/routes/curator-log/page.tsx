import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { mayReadAudit } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { auditLog, CATALOGUE } from '#src/web/present/audit-log.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { AuditLog } from '#src/web/ui/audit-table.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  if (!mayReadAudit(actor, CATALOGUE)) throw data(null, { status: 403 })
  const { pathname, searchParams } = new URL(request.url)
  const messages = messagesIn(languageOf(pathname))
  return {
    log: await auditLog(context.get(programContext).db, {
      scope: CATALOGUE,
      asked: searchParams,
      messages,
    }),
  }
}

export default function CuratorLogPage({ loaderData }: Route.ComponentProps) {
  const { t } = useMessages()
  const crumbs = [{ text: t('people.administration.title'), href: useAddress('administration') }]
  return (
    <>
      <PageHead title={t('audit.catalogue.title')} unlisted />
      <PageTop crumbs={crumbs} title={t('audit.catalogue.title')} lead={t('audit.catalogue.lead')} />
      <div className="wide section">
        <AuditLog
          log={loaderData.log}
          address={useAddress('curatorLog')}
          fileAddress={useAddress('curatorLogFile')}
          forMany
        />
      </div>
    </>
  )
}
