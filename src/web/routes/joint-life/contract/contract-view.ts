import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  boundBy,
  buyers,
  daysAhead,
  earliestStandstillEnd,
  type JointContract,
  type JointProcurement,
  mayLead,
  mayNoteFor,
  nextFollowUp,
  signingHindrance,
} from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { lawViews } from '#src/web/routes/joint-life/law-views.ts'
import type { Voice } from '#src/web/routes/joint-life/read-life.ts'
import type { Choice } from '#src/web/ui/fields.tsx'

export function standstillView({ facts }: JointProcurement, { date, language }: Messages) {
  const { awardedOn, standstillUntil, complaint, complaintSettledOn } = facts
  const earliest = awardedOn ? earliestStandstillEnd(Temporal.PlainDate.from(awardedOn)) : null
  const last = standstillUntil ? Temporal.PlainDate.from(standstillUntil) : earliest
  return {
    awardedOn: awardedOn && date(awardedOn),
    until: standstillUntil && date(standstillUntil),
    earliest: earliest && date(earliest),
    signFrom: last && date(last.add({ days: 1 })),
    complaint,
    settledOn: complaintSettledOn && date(complaintSettledOn),
    isComplaintOpen: complaint !== '' && complaintSettledOn === null,
    typed: {
      'karens-awardedOn': awardedOn ?? '',
      'karens-standstillUntil': standstillUntil ?? earliest?.toString() ?? '',
      'karens-complaint': complaint,
      'karens-complaintSettledOn': complaintSettledOn ?? '',
    },
    laws: lawViews(['foa-25-2', 'eos-frister'], language),
  }
}
export type StandstillView = ReturnType<typeof standstillView>

type Asked = {
  readonly actor: Actor
  readonly messages: Messages
  readonly nameOf: (organisation: OrganisationId) => string
}

/** Whom the reader may note a contract for: all, when the reader writes for the lead, and those it writes for. */
export function whoseChoices(joint: JointProcurement, { actor, messages, nameOf }: Asked): readonly Choice[] {
  const own = buyers(joint).filter(({ organisation }) => mayNoteFor(actor, joint, organisation))
  return [
    ...(mayLead(actor, joint) ? [{ value: '', text: messages.t('jointContract.forAll') }] : []),
    ...own.map(({ organisation }) => ({ value: organisation, text: nameOf(organisation) })),
  ]
}

type AskedOne = Asked & {
  readonly joint: JointProcurement
  readonly today: Temporal.PlainDate
  readonly voices: readonly Voice[]
}

export function contractView(one: JointContract, asked: AskedOne) {
  const { joint, today, actor, nameOf, voices, messages } = asked
  const { date } = messages
  const bound = boundBy(one, joint)
  const next = nextFollowUp(one, today)
  const hindrance = one.signedOn ? null : signingHindrance(joint, today)
  return {
    id: one.id as string,
    supplier: one.supplierName,
    whose: one.organisation && nameOf(one.organisation),
    signedOn: one.signedOn && date(one.signedOn),
    from: date(one.startsOn),
    to: date(one.endsOn),
    latest: one.latestEndsOn && date(one.latestEndsOn),
    options: one.terms.options,
    months: one.terms.followUpMonths,
    nextFollowUp: next && date(next),
    indicators: one.terms.indicators,
    ahead: daysAhead(one)
      .filter(({ on }) => Temporal.PlainDate.compare(on, today) >= 0)
      .map(({ kind, on }) => ({ kind, on: date(on) })),
    isSigningStopped: hindrance?.kind === 'complaintOpen',
    mayChange: mayNoteFor(actor, joint, one.organisation),
    version: one.version,
    typed: typedOf(one),
    bound: voices.filter(({ id }) => bound.includes(id)),
    deviations: one.deviations.map((deviation) => ({
      id: deviation.id as string,
      organisation: deviation.organisation as string,
      who: nameOf(deviation.organisation),
      on: date(deviation.happenedOn),
      words: deviation.words,
      settled: deviation.settled && { on: date(deviation.settled.on), how: deviation.settled.how },
      isTheirs: voices.some(({ id }) => id === deviation.organisation),
    })),
  }
}
export type ContractView = ReturnType<typeof contractView>

function typedOf(one: JointContract): Readonly<Record<string, string>> {
  const { options, optionNoticeOn, followUpMonths, indicators } = one.terms
  return {
    supplier: one.supplierName,
    whose: one.organisation ?? '',
    signedOn: one.signedOn?.toString() ?? '',
    startsOn: one.startsOn.toString(),
    endsOn: one.endsOn.toString(),
    latestEndsOn: one.latestEndsOn?.toString() ?? '',
    options,
    optionNoticeOn: optionNoticeOn ?? '',
    followUpMonths: followUpMonths?.toString() ?? '',
    indicators,
  }
}
