import type { Actor } from '#src/modules/identity/index.ts'
import { DemandId, NeedId } from '#src/modules/needs/contract.ts'
import { findDemand, lockDemand } from '#src/modules/needs/demand/demands-repository.ts'
import { type JointDemand, memberOrganisations } from '#src/modules/needs/demand/joint-demand.ts'
import { mayReadDemand } from '#src/modules/needs/demand/policy.ts'
import type { Need } from '#src/modules/needs/need.ts'
import { findNeed, lockNeed } from '#src/modules/needs/needs-repository.ts'
import { mayReadNeed } from '#src/modules/needs/policy.ts'
import type { Database } from '#src/platform/database.ts'
import type { Matter, MatterRef } from './matter.ts'

type Reader = Actor | null

/** What an address names; null for what could not be one. */
export function matterRef(kind: MatterRef['kind'], id: string): MatterRef | null {
  if (kind === 'need') {
    const need = NeedId.safeParse(id)
    return need.success ? { kind, id: need.data } : null
  }
  const demand = DemandId.safeParse(id)
  return demand.success ? { kind, id: demand.data } : null
}

type Found = { readonly matter: Matter; readonly mayRead: (reader: Reader) => boolean }

/** A need or demand with a market that this reader may know of; a need that was never announced has none. */
export async function readMatter(db: Database, reader: Reader, ref: MatterRef): Promise<Matter | null> {
  const found = await find(db, ref)
  return found?.mayRead(reader) ? found.matter : null
}

/** The same for whoever asks, to tell those whom it concerns. */
export async function findMatter(db: Database, ref: MatterRef): Promise<Matter | null> {
  return (await find(db, ref))?.matter ?? null
}

/** Locked until the transaction ends: what is written in one market is written one after the other. */
export async function lockMatter(tx: Database, actor: Actor, ref: MatterRef): Promise<Matter | null> {
  const found = await lock(tx, ref)
  return found?.mayRead(actor) ? found.matter : null
}

/** The same for a supplier that takes its own words back, who may do so though it can no longer read the need. */
export async function lockMatterOfOwn(tx: Database, ref: MatterRef): Promise<Matter | null> {
  return (await lock(tx, ref))?.matter ?? null
}

async function find(db: Database, ref: MatterRef): Promise<Found | null> {
  return ref.kind === 'need' ? ofNeed(await findNeed(db, ref.id)) : ofDemand(await findDemand(db, ref.id))
}

async function lock(tx: Database, ref: MatterRef): Promise<Found | null> {
  return ref.kind === 'need' ? ofNeed(await lockNeed(tx, ref.id)) : ofDemand(await lockDemand(tx, ref.id))
}

function ofNeed(need: Need | null): Found | null {
  if (!need?.announcedAt || need.status === 'draft') return null
  const matter: Matter = {
    kind: 'need',
    id: need.id,
    title: need.content.title,
    language: need.content.language,
    audience: need.audience,
    lead: need.organisation,
    announcers: [need.organisation],
    isOpen: need.status === 'announced',
    isLive: true,
  }
  return { matter, mayRead: (reader) => mayReadNeed(reader, need) }
}

function ofDemand(demand: JointDemand | null): Found | null {
  if (!demand) return null
  const isLive = demand.status !== 'dissolved'
  const matter: Matter = {
    kind: 'demand',
    id: demand.id,
    title: demand.title,
    language: demand.statement.language,
    audience: demand.audience,
    lead: demand.lead,
    announcers: memberOrganisations(demand),
    isOpen: isLive && demand.dialogueClosedAt === null,
    isLive,
  }
  return { matter, mayRead: (reader) => mayReadDemand(reader, demand) }
}
