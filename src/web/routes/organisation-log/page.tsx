import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { mayReadAudit } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { auditLog } from '#src/web/present/audit-log.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { AuditLog } from '#src/web/ui/audit-table.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { organisation } = actor
  if (organisation === null || !mayReadAudit(actor, { organisation })) throw data(null, { status: 403 })
  const { pathname, searchParams } = new URL(request.url)
  const messages = messagesIn(languageOf(pathname))
  return {
    organisation: actor.organisationName ?? '',
    log: await auditLog(context.get(programContext).db, {
      scope: { organisation },
      asked: searchParams,
      messages,
    }),
  }
}

export default function OrganisationLogPage({ loaderData }: Route.ComponentProps) {
  const { t } = useMessages()
  const crumbs = [{ text: loaderData.organisation, href: useAddress('organisation') }]
  return (
    <>
      <PageHead title={t('audit.organisation.title')} unlisted />
      <PageTop crumbs={crumbs} title={t('audit.organisation.title')} lead={t('audit.organisation.lead')} />
      <div className="wide section">
        <AuditLog
          log={loaderData.log}
          address={useAddress('organisationLog')}
          fileAddress={useAddress('organisationLogFile')}
        />
      </div>
    </>
  )
}
