import type { Actor } from '#src/modules/identity/index.ts'
import { type BeginProcurement, mayBegin } from '#src/modules/joint-procurement/index.ts'
import { type JointDemand, mayDecideFor, memberOrganisations, readDemand } from '#src/modules/needs/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'

/** Who may lead, and what is known already where it comes of a joint demand that the reader keeps. */
export async function beginningOf(db: Database, actor: Actor, asked: string | null) {
  const leads = [...actor.actsFor].filter((one) => mayBegin(actor, one))
  const found = asked ? await readDemand(db, actor, asked) : null
  const demand = found && mayDecideFor(actor, found.lead) ? found : null
  const first = demand?.lead ?? actor.organisation
  const members = demand ? memberOrganisations(demand) : []
  const bodies = await organisationsByIds(db, [...leads, ...members])
  const nameOf = (one: (typeof leads)[number]) => bodies.get(one)?.name ?? '–'
  const beginning: Pick<BeginProcurement, 'demand'> = demand ? { demand: demand.id } : {}
  return {
    beginning,
    view: {
      leads: leads
        .toSorted((a, b) => Number(b === first) - Number(a === first))
        .map((id) => ({ value: id as string, text: nameOf(id) })),
      ...fromDemand(demand),
      invited: members.filter((one) => one !== first).map(nameOf),
    },
  }
}
export type BeginningView = Awaited<ReturnType<typeof beginningOf>>['view']

function fromDemand(demand: JointDemand | null) {
  return {
    title: demand?.title ?? '',
    purpose: demand?.statement.outcome ?? '',
    innovationHeight: '',
    audience: demand?.audience ?? 'public-employees',
  }
}
