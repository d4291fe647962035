import type { MessageKey, Messages } from '#src/messages/index.ts'
import { hostOf, numberOf, type Parties } from '#src/modules/joint-procurement/gate/gate-input.ts'
import { participantBlock } from '#src/modules/joint-procurement/gate/participant-block.ts'
import {
  buyers,
  type JointProcurement,
  type Participant,
} from '#src/modules/joint-procurement/joint-procurement.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Block, table } from '#src/platform/papers/index.ts'
import { sharesByKey } from './cost-key.ts'
import type { InvitationForm, ScheduleForm } from './schedule-form.ts'

/** Everything a paper is filled in from. What is not there is left open in it, marked so that nobody sends it empty. */
export type PaperInput = {
  readonly procurement: JointProcurement
  readonly parties: Parties
  /** Whom it is made for, where it is for one of them. */
  readonly recipient: OrganisationId | null
  /** Whether somebody who takes part asks for it: others are told no amounts before the notice tells all. */
  readonly isWithin: boolean
  readonly today: string
  readonly madeAt: Date
  /** The whole address of the procurement's page. */
  readonly address: string
  readonly messages: Messages
  readonly schedule?: ScheduleForm | null
  readonly invitation?: InvitationForm | null
  /** The summary that was published on the platform. */
  readonly summary?: { readonly words: string; readonly publishedOn: string } | null
}

/** What the papers say again and again: names, amounts, days and what is left open. */
export function wordsOf(input: PaperInput) {
  const { procurement, parties, recipient, messages } = input
  const { t, list, money, date } = messages
  const { facts } = procurement
  const blank = (what?: string) => (what ? t('jointPapers.blankOf', { what }) : t('jointPapers.blank'))
  const nameOf = (one: OrganisationId | null) => (one && parties.get(one)?.name.trim()) || blank()
  const own = procurement.participants.find(({ organisation }) => organisation === recipient) ?? null
  const others = buyersInOrder(input).filter(({ organisation }) => organisation !== recipient)
  return {
    blank,
    nameOf,
    own,
    me: nameOf(recipient),
    lead: nameOf(procurement.lead),
    others: others.length > 0 ? list(others.map(({ organisation }) => nameOf(organisation))) : blank(),
    kroner: (amount: number | null) => (amount === null ? blank() : money(`${amount}`, 'NOK')),
    day: (on: string | null | undefined) => (on ? date(on) : blank()),
    key: facts.costKey ? t(`jointPapers.key.${facts.costKey}`) : blank(),
    filled: (key: MessageKey) => blank(t(key)),
  }
}

/** Those who buy: the lead first, then the host, the others by name, and those with an option last. */
export function buyersInOrder(input: PaperInput): readonly Participant[] {
  const all = buyers(input.procurement)
  return participantBlock(input).flatMap(
    (one) => all.find(({ organisation }) => organisation === one.organisation) ?? [],
  )
}

export function numberText(input: PaperInput, one: Participant | null | undefined): string {
  const number = one ? numberOf(input.parties.get(one.organisation), one) : null
  return number ?? input.messages.t('jointPapers.blank')
}

export function roleText(input: PaperInput, one: Participant): string {
  const { t, date } = input.messages
  const { procurement } = input
  if (one.organisation === procurement.lead) return t('jointPapers.role.lead')
  if (one.organisation === hostOf(procurement)?.organisation) return t('jointPapers.role.host')
  if (one.role === 'follower') return t('jointPapers.role.follower')
  if (one.role !== 'option') return t('jointPapers.role.participant')
  const until = one.standing.optionUntil ?? procurement.facts.optionsUntil
  return t('jointPapers.role.option', { date: until ? date(until) : t('jointPapers.blank') })
}

export function percentText({ t, number }: Messages, hundredths: number): string {
  return t('jointPapers.percent', { share: number(hundredths / 100) })
}

/** The share of one, or that it is not known. */
export function shareText(input: PaperInput, one: OrganisationId | null): string {
  const share = one ? sharesByKey(input)?.get(one) : undefined
  return share === undefined ? input.messages.t('jointPapers.blank') : percentText(input.messages, share)
}

/** Those who buy, with number, role, volume and who signs for them. */
export function partiesTable(input: PaperInput): Block {
  const { t, number } = input.messages
  const { nameOf } = wordsOf(input)
  return table(
    [
      { title: t('jointPapers.col.who'), share: 3 },
      { title: t('jointPapers.col.number'), share: 2 },
      { title: t('jointPapers.col.role'), share: 2 },
      { title: t('jointPapers.col.volume'), share: 2 },
      { title: t('jointPapers.col.signs'), share: 2 },
    ],
    buyersInOrder(input).map((one) => [
      nameOf(one.organisation),
      numberText(input, one),
      roleText(input, one),
      one.standing.volume
        ? `${number(one.standing.volume.amount)} ${one.standing.volume.unit}`.trim()
        : t('jointPapers.blank'),
      signerText(input, one),
    ]),
    { caption: t('jointPapers.table.participants'), rowHeaders: true },
  )
}

function signerText({ procurement, messages: { t } }: PaperInput, one: Participant): string {
  if (one.organisation === procurement.lead) return t('jointPapers.signer.self')
  return one.standing.signer ? t(`jointPapers.signer.${one.standing.signer}`) : t('jointPapers.blank')
}

/** How the common costs are divided, to the hundredth of a per cent; null where it cannot be reckoned. */
export function sharesTable(input: PaperInput): Block | null {
  const shares = sharesByKey(input)
  if (!shares) return null
  const { t, number } = input.messages
  const { nameOf } = wordsOf(input)
  const isByInhabitants = input.procurement.facts.costKey === 'inhabitants'
  const inhabitants = (one: OrganisationId) => number(input.parties.get(one)?.inhabitants ?? 0)
  const right = (title: string) => ({ title, align: 'right', share: 2 }) as const
  const sum = [...shares.values()].reduce((total, share) => total + share, 0)
  return table(
    [
      { title: t('jointPapers.col.who'), share: 4 },
      ...(isByInhabitants ? [right(t('jointPapers.col.inhabitants'))] : []),
      right(t('jointPapers.col.share')),
    ],
    [
      ...buyersInOrder(input)
        .flatMap(({ organisation: one }) => {
          const share = shares.get(one)
          return share === undefined ? [] : [{ one, share }]
        })
        .map(({ one, share }) => [
          nameOf(one),
          ...(isByInhabitants ? [inhabitants(one)] : []),
          percentText(input.messages, share),
        ]),
      [
        t('jointPapers.table.sum'),
        ...(isByInhabitants
          ? [
              number(
                [...shares.keys()].reduce(
                  (total, one) => total + (input.parties.get(one)?.inhabitants ?? 0),
                  0,
                ),
              ),
            ]
          : []),
        percentText(input.messages, sum),
      ],
    ],
    { caption: t('jointPapers.table.shares'), rowHeaders: true },
  )
}
