import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  type ExplainedGroup,
  isGood,
  monthsText,
  type Need,
  nameNeeds,
  reasonAgainst,
  reasonFor,
} from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { municipality, organisation, type Register, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'

export type NamedNeed = {
  readonly id: string
  readonly name: string
  readonly inhabitants: number | null
  readonly title: string
  readonly language: string
  readonly href: string
  readonly isOwn: boolean
  readonly isDraft: boolean
}

export type MemberView = NamedNeed & {
  readonly isLead: boolean
  /** Of a hundred. */
  readonly figure: number
  /** Besides what is the same for all. */
  readonly reasons: readonly string[]
  readonly objections: readonly string[]
}

export type GroupView = {
  readonly members: readonly MemberView[]
  /** What is said of every one of them, told once. */
  readonly shared: { readonly reasons: readonly string[]; readonly objections: readonly string[] }
  readonly lead: string | null
  readonly figure: number
  readonly isGood: boolean
  readonly inhabitants: number
  /** When all can buy; null when there is no such month. */
  readonly months: string | null
  readonly split: { readonly ones: string; readonly others: string; readonly part: string } | null
}

export type Names = {
  readonly needOf: (id: string) => NamedNeed | null
  readonly bodyOf: (id: string) => string
}

type Asked = { readonly reader: Actor | null; readonly messages: Messages }

/** Whose the needs are, how many live there, and what joint bodies are called. */
export async function namesOf(db: Database, needs: readonly Need[], asked: Asked): Promise<Names> {
  const { language } = asked.messages
  const register = await readRegister(db)
  const named = await nameNeeds(db, needs)
  const byId = new Map(
    named.map(({ need, name, organisation: owner, inhabitants, content }): [string, NamedNeed] => [
      need,
      {
        ...{
          id: need,
          name: calledIn(register, owner, name),
          inhabitants,
          title: content.title,
          language: content.language,
        },
        href: address(language, 'need', { id: need }),
        isOwn: asked.reader?.actsFor.has(owner) ?? false,
        isDraft: needs.find(({ id }) => id === need)?.status === 'draft',
      },
    ]),
  )
  return {
    needOf: (id) => byId.get(id) ?? null,
    bodyOf: (id) => organisation(register, id as OrganisationId)?.name ?? '',
  }
}

export function groupView(group: ExplainedGroup, names: Names, messages: Messages): GroupView {
  const nameOf = (id: string) => names.needOf(id)?.name ?? ''
  const members = group.members.flatMap((member): MemberView[] => {
    const need = names.needOf(member.id)
    if (!need) return []
    const called = { body: names.bodyOf, owner: need.name, others: group.members.length - 1 }
    return [
      {
        ...need,
        isLead: member.id === group.lead,
        figure: ofHundred(member.figure),
        reasons: member.for.map((reason) => reasonFor(reason, messages, called)),
        objections: member.against.map((reason) => reasonAgainst(reason, messages, called)),
      },
    ]
  })
  const { list, t } = messages
  const { split } = group
  const shared = {
    reasons: saidOfAll(members.map(({ reasons }) => reasons)),
    objections: saidOfAll(members.map(({ objections }) => objections)),
  }
  return {
    shared,
    members: members.map((member) => ({
      ...member,
      reasons: member.reasons.filter((reason) => !shared.reasons.includes(reason)),
      objections: member.objections.filter((reason) => !shared.objections.includes(reason)),
    })),
    lead: group.lead && nameOf(group.lead),
    figure: ofHundred(group.figure),
    isGood: isGood(group),
    inhabitants: members.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0),
    months: group.window && monthsText(group.window, messages),
    split: split && {
      ones: list(split.parts[0].map(nameOf)),
      others: list(split.parts[1].map(nameOf)),
      part: t(`matching.part.${split.because}`),
    },
  }
}

function saidOfAll(lists: readonly (readonly string[])[]): readonly string[] {
  return (lists[0] ?? []).filter((text) => lists.every((list) => list.includes(text)))
}

/** What people call it: a municipality by its name alone. */
export function calledIn(register: Register, owner: OrganisationId, name: string): string {
  const body = organisation(register, owner)
  const place =
    body?.kind === 'municipality' && body.kommunenummer ? municipality(register, body.kommunenummer) : null
  return place?.name ?? name
}

export function ofHundred(figure: number): number {
  return Math.round(100 * figure)
}
