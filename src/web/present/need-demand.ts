import type { Actor } from '#src/modules/identity/index.ts'
import { demandsAround, mayDecideFor, memberOrganisations, type Need } from '#src/modules/needs/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { NeedDemandView } from '#src/web/ui/demand-section.tsx'

/** Where a need stands among the demands that this reader may know of; for the section on its page. */
export async function needDemandView(
  db: Database,
  reader: Actor | null,
  need: Pick<Need, 'id' | 'organisation' | 'status'>,
): Promise<NeedDemandView> {
  const { joined, asked } = await demandsAround(db, reader, need.id)
  const members = joined ? memberOrganisations(joined) : []
  const names = await organisationsByIds(db, members)
  return {
    need: need.id,
    joined: joined && {
      id: joined.id,
      title: joined.title,
      members: members.map((id) => names.get(id)?.name ?? '–'),
    },
    asked: asked.map(({ id, title }) => ({ id, title })),
    mayBegin:
      need.status === 'announced' && reader !== null && !joined && mayDecideFor(reader, need.organisation),
  }
}
