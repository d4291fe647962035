import type { Messages } from '#src/messages/index.ts'
import type { AdoptionStatus } from '#src/modules/adoptions/contract.ts'
import type { Adoption } from '#src/modules/adoptions/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import { organisationLink } from './organisation-link.ts'

/** Who stands where with what others told of. */
export type AdoptionView = {
  readonly id: string
  readonly organisation: string
  readonly organisationHref: string | null
  readonly href: string
  readonly status: AdoptionStatus
  /** With the day it came there («I bruk fra 3. mars 2026»). */
  readonly standing: string
}

export async function adoptionViews(
  db: Database,
  adoptions: readonly Adoption[],
  { t, date, language }: Messages,
): Promise<readonly AdoptionView[]> {
  const ids = adoptions.map(({ organisation }) => organisation)
  const organisations = await organisationsByIds(db, ids)
  return adoptions.flatMap(({ id, organisation, status, steps }) => {
    const found = organisations.get(organisation)
    if (!found) return []
    const words = t(`adoptions.status.${status}`)
    const on = steps.at(-1)?.on
    return {
      id,
      organisation: found.name,
      organisationHref: organisationLink(found, language),
      href: address(language, 'adoption', { id }),
      status,
      standing: on ? t('adoptions.list.since', { status: words, date: date(on.toString()) }) : words,
    }
  })
}
