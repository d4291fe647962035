import { data, redirect } from 'react-router'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase, type ProcurementCase } from '#src/modules/catalogue/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'

/** The case in the address; one that is gone says why, and one that is merged leads on. */
export async function readPublishedCase(
  db: Database,
  id: string,
  language: Language,
): Promise<ProcurementCase> {
  const parsed = CaseId.safeParse(id)
  const lookup = parsed.success ? await findCase(db, parsed.data) : null
  if (!lookup) throw data(null, { status: 404 })
  if (lookup.status === 'withdrawn') throw data(lookup.reason, { status: 410 })
  if (lookup.status === 'merged') throw redirect(address(language, 'case', { id: lookup.into }), 301)
  return lookup.case
}
