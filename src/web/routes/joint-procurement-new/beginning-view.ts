import { data } from 'react-router'
import type { Actor } from '#src/modules/identity/index.ts'
import { type BeginProcurement, mayBegin } from '#src/modules/joint-procurement/index.ts'
import { type JointDemand, mayDecideFor, memberOrganisations, readDemand } from '#src/modules/needs/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'

/** Who may lead, and what is known already where it comes of a joint demand. */
export async function beginningOf(db: Database, actor: Actor, asked: string | null) {
  const leads = [...actor.actsFor].filter((one) => mayBegin(actor, one))
  const demand = asked === null ? null : await demandToBuy(db, actor, asked)
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

/** The demand that is asked for; one that is dissolved is bought by nobody, and another's is for those who keep it. */
async function demandToBuy(db: Database, actor: Actor, asked: string): Promise<JointDemand> {
  const demand = await readDemand(db, actor, asked)
  if (!demand || demand.status === 'dissolved') throw data(null, { status: 404 })
  if (!mayDecideFor(actor, demand.lead)) throw data(null, { status: 403 })
  return demand
}

function fromDemand(demand: JointDemand | null) {
  return {
    title: demand?.title ?? '',
    purpose: demand?.statement.outcome ?? '',
    innovationHeight: '',
    audience: demand?.audience ?? 'public-employees',
  }
}
