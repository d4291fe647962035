import type { z } from 'zod'
import { messagesIn } from '#src/messages/index.ts'
import {
  type GroupForNeed,
  groupFor,
  type Need,
  proposedGroups,
  readNeed,
  reasonAgainst,
  reasonFor,
  WEIGHTS,
  whyNotWith,
} from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  organisation,
  organisationsByIds,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import { endpoint, listReply } from './endpoint.ts'
import { GroupsAnswer, NeedGroupAnswer } from './group-answer.ts'
import { toReference } from './organisations.ts'
import { pageOfList, paging } from './paging.ts'

export const listGroups = endpoint({
  id: 'groups',
  path: '/groups',
  tag: 'Needs',
  summary: 'Who should buy together',
  description:
    'Groups proposed among the needs that are announced now, the one that goes best together first; each with somebody who can lead and a time when all can buy. Those who are in the same joint demand already are no proposal. Without a key only among needs that are open to all. `after` is the need of the lead.',
  query: paging,
  answer: GroupsAnswer,
  reply: async ({ program, actor, query, addresses, here, problem }) => {
    const groups = await proposedGroups(program, actor)
    const page = pageOfList(groups, { ...query, idOf: ({ lead }) => lead ?? '', here })
    if (!page.ok) return problem(page.failure)
    const memberOf = await memberReader(
      program.db,
      page.value.items.flatMap(({ needs }) => needs),
      addresses,
    )
    return listReply({
      ...page.value,
      items: page.value.items.flatMap(({ figure, lead, window, needs }) =>
        lead === null || window === null
          ? []
          : [
              {
                url: groupPage(addresses, lead),
                figure: rounded(figure),
                lead,
                months: window,
                members: needs.flatMap(memberOf),
              },
            ],
      ),
    })
  },
})

export const readGroupOfNeed = endpoint({
  id: 'groupOfNeed',
  path: '/needs/{id}/group',
  tag: 'Needs',
  summary: 'Who should buy this together',
  description:
    'The group that is proposed for a need, with why and why not for each member; or why there is none, and who is nearest. With a key also among needs that its reader may know of.',
  pathParameters: {
    id: { description: 'The id of the need.', example: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11' },
  },
  query: {},
  answer: NeedGroupAnswer,
  outcomes: { 404: 'There is no such need, or it is not open to the one who asks.' },
  reply: async ({ program, actor, path, lang, addresses, problem }) => {
    const need = await readNeed(program.db, actor, path('id'))
    if (!need) return problem({ kind: 'not-found', detail: `There is no need with the id ${path('id')}.` })
    const found = await groupFor(program, actor, { need })
    const register = await readRegister(program.db)
    const memberOf = await memberReader(program.db, spokenOf(found), addresses)
    return { body: toAnswer({ need, found }, { lang, addresses, register, memberOf }) }
  },
})

type Member = z.infer<typeof GroupsAnswer>['items'][number]['members'][number]
type MemberReader = (need: Need) => Member[]

async function memberReader(
  db: Database,
  needs: readonly Need[],
  addresses: Addresses,
): Promise<MemberReader> {
  const bodies = await organisationsByIds(
    db,
    needs.map(({ organisation: owner }) => owner),
  )
  return ({ id, organisation: owner, content }) => {
    const body = bodies.get(owner)
    if (!body) return []
    return [
      { need: id, self: addresses.api('needs', id), title: content.title, organisation: toReference(body) },
    ]
  }
}

function spokenOf({ group, nearest, needs }: GroupForNeed): readonly Need[] {
  const ids = [...(group?.members.map(({ id }) => id) ?? []), ...nearest.map(({ id }) => id)]
  return ids.flatMap((id) => needs.get(id) ?? [])
}

type Presenting = {
  readonly lang: Language
  readonly addresses: Addresses
  readonly register: Register
  readonly memberOf: MemberReader
}

function toAnswer(
  { need, found }: { readonly need: Need; readonly found: GroupForNeed },
  presenting: Presenting,
): z.infer<typeof NeedGroupAnswer> {
  const { lang, addresses, memberOf } = presenting
  const messages = messagesIn(lang)
  const memberWith = (id: string) => {
    const known = found.needs.get(id)
    return known ? memberOf(known) : []
  }
  return {
    need: need.id,
    url: groupPage(addresses, need.id),
    group: toGroup(found, presenting),
    aloneBecause: found.aloneBecause,
    nearest: found.nearest.flatMap((near) =>
      memberWith(near.id).map((member) => ({
        ...member,
        figure: rounded(near.likeness.figure),
        whyNot: { kind: near.whyNot, text: whyNotWith(near, messages) },
      })),
    ),
    weights: WEIGHTS,
  }
}

function toGroup(
  { group, needs }: GroupForNeed,
  { lang, register, memberOf }: Presenting,
): z.infer<typeof NeedGroupAnswer>['group'] {
  if (!group || group.lead === null || group.window === null) return null
  const messages = messagesIn(lang)
  const body = (id: string) => organisation(register, id as OrganisationId)?.name ?? ''
  return {
    figure: rounded(group.figure),
    lead: group.lead,
    months: group.window,
    members: group.members.flatMap(({ id, figure, for: reasons, against }) => {
      const known = needs.get(id)
      const [member] = known ? memberOf(known) : []
      if (!member) return []
      const called = { body, owner: member.organisation.name, others: group.members.length - 1 }
      return [
        {
          ...member,
          figure: rounded(figure),
          for: reasons.map((one) => ({ kind: one.kind, text: reasonFor(one, messages, called) })),
          against: against.map((one) => ({ kind: one.kind, text: reasonAgainst(one, messages, called) })),
        },
      ]
    }),
  }
}

function groupPage(addresses: Addresses, need: string): string {
  return `${addresses.page('need', need)}/grupper`
}

function rounded(figure: number): number {
  return Math.round(figure * 1000) / 1000
}
