import { data } from 'react-router'
import { mayReadAudit } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { AUDIT_FORMATS, auditFile } from '#src/web/present/audit-file.ts'
import { CATALOGUE } from '#src/web/present/audit-log.ts'
import { readAuditSearch } from '#src/web/present/audit-search.ts'
import { requireActor } from '#src/web/require-actor.ts'
import type { Route } from './+types/file.ts'

/** The whole log that the address asks for, to be taken along. */
export function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  if (!mayReadAudit(actor, CATALOGUE)) throw data(null, { status: 403 })
  const { pathname, searchParams } = new URL(request.url)
  const format = AUDIT_FORMATS.find((one) => one === searchParams.get('format')) ?? 'csv'
  const { filter } = readAuditSearch(searchParams)
  return auditFile(context.get(programContext).db, {
    scope: CATALOGUE,
    filter,
    format,
    organisation: null,
    language: languageOf(pathname),
  })
}
