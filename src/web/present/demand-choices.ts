import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { NeedId } from '#src/modules/needs/contract.ts'
import {
  type AlikeNeed,
  alikeNeeds,
  type JointDemand,
  mayDecideFor,
  mayReadNeed,
  type Need,
  nameNeeds,
  needsByIds,
  needsInDemands,
  needsOf,
} from '#src/modules/needs/index.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { matterAddress } from '#src/web/market-address.ts'

/** A need somebody may choose: one's own to join with, or another's to ask in. */
export type NeedChoice = {
  readonly need: NeedId
  readonly name: string
  readonly title: string
  readonly href: string
  /** Why it is put forward. */
  readonly why: readonly string[]
}

type Asked = { readonly actor: Actor; readonly messages: Messages }

/** The announced needs that somebody decides for, and that are in no demand. */
export async function freeNeeds(db: Database, { actor, messages }: Asked): Promise<readonly NeedChoice[]> {
  const organisations = [...actor.actsFor].filter((one) => mayDecideFor(actor, one))
  const own = (await needsOf(db, organisations)).filter(({ status }) => status === 'announced')
  const joined = await needsInDemands(
    db,
    own.map(({ id }) => id),
  )
  return choices(
    db,
    own.filter(({ id }) => !joined.has(id)).map((need) => ({ need, why: [] })),
    messages,
  )
}

/** Needs of others that are alike, with why; whether they belong together is for people. Those of a proposed group first. */
export async function alikeChoices(
  db: Database,
  need: Need,
  { actor, messages, proposed = [] }: Asked & { readonly proposed?: readonly NeedId[] },
): Promise<readonly NeedChoice[]> {
  const alike = (await alikeNeeds(db, actor, { need })).filter((one) => !proposed.includes(one.need.id))
  const inGroup = (await needsByIds(db, proposed)).filter(
    (one) => one.organisation !== need.organisation && one.status === 'announced' && mayReadNeed(actor, one),
  )
  return choices(
    db,
    [
      ...inGroup.map((one) => ({ need: one, why: [messages.t('demand.why.group')] })),
      ...alike.map((one) => ({ need: one.need, why: whyText(one, messages) })),
    ],
    messages,
  )
}

/** Those that a demand could ask in: alike what its lead needs, and not asked or in it already. */
export async function choicesForDemand(
  db: Database,
  demand: JointDemand,
  asked: Asked,
): Promise<readonly NeedChoice[]> {
  const there = demand.needs.filter(({ status }) => status === 'asked' || status === 'joined')
  const first = there.find(({ organisation, status }) => organisation === demand.lead && status === 'joined')
  const [need] = first ? await needsByIds(db, [first.need]) : []
  if (!need) return []
  const all = await alikeChoices(db, need, asked)
  return all.filter((one) => there.every((other) => other.need !== one.need))
}

function whyText({ sharedThemes, sameCpv }: AlikeNeed, { t, list, language }: Messages): readonly string[] {
  const themes = sharedThemes.map((theme) => themeLabel(theme, language))
  return [
    ...(themes.length > 0 ? [t('demand.why.themes', { themes: list(themes) })] : []),
    ...(sameCpv ? [t('demand.why.cpv')] : []),
    ...(themes.length === 0 && !sameCpv ? [t('demand.why.words')] : []),
  ]
}

type Found = { readonly need: Need; readonly why: readonly string[] }

async function choices(
  db: Database,
  found: readonly Found[],
  { language }: Messages,
): Promise<readonly NeedChoice[]> {
  const named = await nameNeeds(
    db,
    found.map(({ need }) => need),
  )
  return found.map(({ need, why }, place) => ({
    need: need.id,
    name: named[place]?.name ?? '–',
    title: need.content.title,
    href: matterAddress(language, { kind: 'need', id: need.id }),
    why,
  }))
}
