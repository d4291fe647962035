import { sql } from 'kysely'
import { expect } from 'vitest'
import { NeedId } from '#src/modules/needs/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { aDemand, aMessageId, aSupplier, threeCoordinators } from './market.ts'
import { aNeed } from './needs.ts'

/** Røyrvik leads a demand that Bodø is in; Voss is in none. The time goes, so that what is saved again shows. */
async function aScene(db: Database) {
  let seconds = 0
  const now = () => new Date(Date.parse('2026-11-22T10:41:00Z') + 1000 * seconds++)
  const { ofRoyrvik: lead, ofBodo: member, ofVoss: other, ...where } = await threeCoordinators(db)
  const { royrvik, bodo, voss } = where
  const own = await aNeed(db, { organisation: royrvik, by: lead.personId })
  const second = await aNeed(db, { organisation: bodo, by: member.personId })
  const context = { db, now }
  const demand = await aDemand(context, { own, by: lead, others: [{ need: second.id, by: member }] })
  return {
    ...{ context, ...where, lead, member, other, own, second, demand },
    free: await aNeed(db, { organisation: voss, by: other.personId }),
    draft: await aNeed(db, { organisation: royrvik, by: lead.personId, status: 'draft', audience: 'own' }),
    supplier: await aSupplier(db, 'Matte AS'),
    matter: { kind: 'demand', id: demand.id } as const,
    began: NeedId.parse(newId()),
    message: aMessageId(),
  }
}
export type Scene = Awaited<ReturnType<typeof aScene>>

export type Sent<Given = unknown> = {
  readonly name: string
  /** What is there before the form is sent. */
  readonly given?: (scene: Scene) => Promise<Given>
  readonly send: (scene: Scene, given: Given) => Promise<{ readonly ok: boolean }>
}

/** A form, whatever it is that is there before it. */
export function sent<Given>({ name, given, send }: Sent<Given>) {
  return {
    name,
    ready: async (scene: Scene) => {
      const before = given ? await given(scene) : (undefined as Given)
      return () => send(scene, before)
    },
  }
}

/** Everything that is kept and told: rows, with the versions they are at, the log and the events. */
async function all(db: Database): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from event) as events, (select count(*) from audit_entry) as audit,
      (select jsonb_agg(to_jsonb(need) order by id) from need) as needs,
      (select count(*) from need_version) as need_versions,
      (select jsonb_agg(to_jsonb(joint_demand) order by id) from joint_demand) as demands,
      (select count(*) from joint_demand_version) as demand_versions,
      (select jsonb_agg(to_jsonb(one) order by demand_id, position) from joint_demand_need one) as places,
      (select jsonb_agg(to_jsonb(market_answer) order by id) from market_answer) as answers,
      (select count(*) from market_answer_reader) as readers,
      (select count(*) from levelling_entry) as decisions, (select count(*) from market_message) as messages,
      (select count(*) from dialogue_summary) as summaries
  `.execute(db)
  return rows
}

/** Sends the same form twice: what it does the first time it does not do again. */
export async function sendTwice(db: Database, { ready }: ReturnType<typeof sent>): Promise<void> {
  const send = await ready(await aScene(db))
  const before = await all(db)
  expect(await send()).toMatchObject({ ok: true })
  const once = await all(db)
  expect(once).not.toEqual(before)
  await send()
  expect(await all(db)).toEqual(once)
}
