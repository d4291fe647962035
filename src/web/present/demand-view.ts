import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { type NeedAudience, type NeedId, STATEMENT_SECTIONS } from '#src/modules/needs/contract.ts'
import {
  type DemandNeed,
  type DemandSum,
  type JointDemand,
  mayDecideFor,
  mayKeepDemand,
  mayReadNeed,
  membersOf,
  type Need,
  nameNeeds,
  needsByIds,
  seenOfDemand,
  sumUp,
} from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { matterAddress } from '#src/web/market-address.ts'

export type DemandNeedView = {
  readonly need: string
  readonly name: string
  readonly title: string
  readonly language: string
  /** The page of the need, where this reader may open it. */
  readonly href: string | null
  readonly outcome: string
  readonly volume: string | null
  readonly window: string | null
  readonly wish: string | null
  readonly isLead: boolean
  /** When it was asked, or decided. */
  readonly on: string
  readonly reason: string | null
  readonly mayDecide: boolean
}

export type SumView = {
  readonly figures: readonly { readonly value: string; readonly text: string }[]
  readonly withoutVolume: readonly string[]
  readonly window: string | null
  readonly outside: readonly string[]
  readonly differs: readonly {
    readonly what: DemandSum['differs'][number]['what']
    readonly values: readonly { readonly text: string; readonly names: readonly string[] }[]
  }[]
}

export type DemandView = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly status: JointDemand['status']
  readonly audience: NeedAudience
  readonly lead: string
  readonly version: number
  readonly changedOn: string
  readonly members: readonly DemandNeedView[]
  readonly asked: readonly DemandNeedView[]
  readonly sum: SumView
  readonly sections: readonly {
    readonly section: (typeof STATEMENT_SECTIONS)[number]
    readonly text: string
  }[]
  readonly isDialogueClosed: boolean
  readonly mayKeep: boolean
  readonly mayLead: boolean
  /** Those the lead may be handed to. */
  readonly others: readonly { readonly id: OrganisationId; readonly name: string }[]
}

type Reader = Actor | null
type Asked = { readonly reader: Reader; readonly messages: Messages }
type Named = Awaited<ReturnType<typeof nameNeeds>>[number]
type Known = { readonly needs: ReadonlyMap<NeedId, Need>; readonly named: ReadonlyMap<NeedId, Named> }

export async function demandView(
  db: Database,
  demand: JointDemand,
  { reader, messages }: Asked,
): Promise<DemandView> {
  const known = await knowNeeds(db, demand)
  const view = (one: DemandNeed) => demandNeedView(one, demand, { known, reader, messages })
  const seen = seenOfDemand(reader, demand)
  const members = membersOf(demand)
  const named = members.flatMap(({ need }) => known.named.get(need) ?? [])
  const others = new Map(named.map(({ organisation, name }) => [organisation, name]))
  others.delete(demand.lead)
  const isLive = demand.status !== 'dissolved'
  return {
    id: demand.id,
    title: demand.title,
    language: demand.statement.language,
    status: demand.status,
    audience: demand.audience,
    lead: (await organisationsByIds(db, [demand.lead])).get(demand.lead)?.name ?? '–',
    version: demand.version,
    changedOn: messages.date(demand.changedAt),
    members: members.flatMap(view),
    asked: isLive ? seen.filter(({ status }) => status === 'asked').flatMap(view) : [],
    sum: sumView(named, messages),
    sections: STATEMENT_SECTIONS.map((section) => ({ section, text: demand.statement[section] })),
    isDialogueClosed: demand.dialogueClosedAt !== null,
    mayKeep: isLive && reader !== null && mayKeepDemand(reader, demand),
    mayLead: isLive && reader !== null && mayDecideFor(reader, demand.lead),
    others: [...others].map(([id, name]) => ({ id, name })),
  }
}

async function knowNeeds(db: Database, demand: JointDemand): Promise<Known> {
  const needs = await needsByIds(db, [...new Set(demand.needs.map(({ need }) => need))])
  const named = await nameNeeds(db, needs)
  return {
    needs: new Map(needs.map((need) => [need.id, need])),
    named: new Map(named.map((one) => [one.need, one])),
  }
}

export function windowText(
  { from, until }: { readonly from: string | null; readonly until: string | null },
  { t, date }: Messages,
): string | null {
  return from && until ? t('demand.window', { from: date(from), until: date(until) }) : null
}

export function volumeText(
  volume: { readonly amount: number; readonly unit: string } | null,
  { number }: Messages,
): string | null {
  return volume && `${number(volume.amount)} ${volume.unit}`
}

function demandNeedView(
  one: DemandNeed,
  demand: JointDemand,
  { known, reader, messages }: Asked & { readonly known: Known },
): readonly DemandNeedView[] {
  const [need, named] = [known.needs.get(one.need), known.named.get(one.need)]
  if (!need || !named) return []
  const { content } = need
  return [
    {
      need: need.id,
      name: named.name,
      title: content.title,
      language: content.language,
      href: mayReadNeed(reader, need)
        ? matterAddress(messages.language, { kind: 'need', id: need.id })
        : null,
      outcome: content.outcome,
      volume: volumeText(content.volume, messages),
      window: windowText(content, messages),
      wish: content.wish && messages.t(`needs.wish.${content.wish}`),
      isLead: one.organisation === demand.lead,
      on: messages.date(one.decidedAt ?? one.askedAt),
      reason: one.reason,
      mayDecide: reader !== null && mayDecideFor(reader, one.organisation),
    },
  ]
}

export function sumView(named: readonly Named[], messages: Messages): SumView {
  const { t, number } = messages
  const sum = sumUp(named)
  const namesOf = (needs: readonly NeedId[]) =>
    named.filter(({ need }) => needs.includes(need)).map(({ name }) => name)
  const counted = sum.municipalities === sum.organisations ? 'municipalities' : 'organisations'
  return {
    figures: [
      { value: number(sum[counted]), text: t(`demand.sum.${counted}`, { count: sum[counted] }) },
      ...(sum.inhabitants > 0 ? [{ value: number(sum.inhabitants), text: t('demand.sum.inhabitants') }] : []),
      ...sum.volumes.map(({ amount, unit }) => ({ value: number(amount), text: unit })),
    ],
    withoutVolume: sum.volumes.length > 0 ? namesOf(sum.withoutVolume) : [],
    window: sum.window && windowText(sum.window, messages),
    outside: namesOf(sum.outside),
    differs: sum.differs.map(({ what, values }) => ({
      what,
      values: values.map(({ value, needs }) => ({
        text: wordOf(what, value, messages),
        names: namesOf(needs),
      })),
    })),
  }
}

function wordOf(what: DemandSum['differs'][number]['what'], value: string, { t }: Messages): string {
  switch (what) {
    case 'innovationHeight':
      return t(`needs.height.${value as 'exists'}`)
    case 'phase':
      return t(`needs.phase.${value as 'mapping'}`)
    case 'firmness':
      return t(`needs.firmness.${value as 'idea'}`)
    case 'wish':
      return t(`needs.wish.${value as 'lead'}`)
  }
}
