import type { MessageKey, MessageValues } from '#src/messages/index.ts'
import type { CaseContent, Effect, Party } from '#src/modules/catalogue/contract.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import type { JointContract } from '#src/modules/joint-procurement/contracts/contract-of-joint.ts'
import type { JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import type { Meeting } from '#src/modules/joint-procurement/meetings/meeting.ts'
import { shownInOslo } from '#src/modules/joint-procurement/meetings/oslo-time.ts'
import type { Withdrawal } from '#src/modules/joint-procurement/withdrawing/withdrawals-repository.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Organisation } from '#src/modules/organisations/index.ts'
import { fillForm, ownParty, type TypedContent } from '#src/modules/sharing/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { Measurement } from './benefit.ts'

export type Whole = {
  readonly one: JointProcurement
  readonly contracts: readonly JointContract[]
  readonly measurements: readonly Measurement[]
  readonly withdrawals: readonly Withdrawal[]
  readonly meetings: readonly Meeting[]
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
}

type Saying = {
  readonly t: (key: MessageKey, values?: MessageValues) => string
  readonly date: (day: Temporal.PlainDate) => string
  readonly language: Language
  readonly today: Temporal.PlainDate
}

/** The draft of a case, filled in with everything the joint procurement knows; people write the rest. */
export function prefillCase(whole: Whole, saying: Saying): TypedContent {
  const { one, contracts, measurements } = whole
  const { facts } = one
  const suppliers = [...new Set(contracts.map(({ supplierName }) => supplierName))]
  const heldOn = dialogueDays(whole)
  return fillForm({
    language: saying.language,
    identity: {
      title: one.title,
      kind: 'procurement',
      level: 'full',
      fromYear: Number(dayOf(one.begunAt).slice(0, 4)),
      toYear: saying.today.year,
      themes: facts.themes.slice(0, MOST_THEMES),
      ...(facts.cpv.length > 0 ? { cpv: facts.cpv } : {}),
    },
    who: { parties: partiesOf(whole), suppliers: suppliers.map((name) => ({ name })), joint: true },
    ...(facts.purpose ? { need: { text: facts.purpose } } : {}),
    ...(heldOn.length > 0 ? { marketDialogue: { heldOn } } : {}),
    ...(facts.notice ? { competition: { notices: [facts.notice] } } : {}),
    ...(contracts.length > 0 ? { contract: contractOf(contracts, saying) } : {}),
    ...(facts.strategy ? { approach: facts.strategy } : {}),
    steps: [],
    effects: measurements.flatMap((one) => effectOf(one, whole, saying)),
    lessons: lessonsOf(whole, saying).map((text) => ({ text })),
    ...reuseOf(one, saying),
    provenance: provenanceOf(one, saying),
  })
}

const MOST_THEMES = 5

/** Those who bought or may, and those who follow; not those who said no or left. The lead stands first. */
function partiesOf({ one, organisations }: Whole): Party[] {
  const isLead = ({ organisation }: { readonly organisation: OrganisationId }) => organisation === one.lead
  return one.participants
    .filter(({ status }) => status === 'interested')
    .toSorted((a, b) => Number(isLead(b)) - Number(isLead(a)))
    .flatMap(({ organisation, role }) => {
      const known = organisations.get(organisation)
      return known ? [{ ...ownParty(known), role }] : []
    })
}

function dialogueDays({ meetings }: Whole): string[] {
  const held = meetings.filter(({ kind, cancelledAt }) => kind === 'dialogue' && !cancelledAt)
  return [...new Set(held.map(({ startsAt }) => shownInOslo(startsAt).day))]
}

function contractOf(
  contracts: readonly JointContract[],
  { t, date }: Saying,
): NonNullable<CaseContent['contract']> {
  const lines = contracts.map(({ supplierName, startsOn, endsOn }) =>
    t('jointBenefit.case.contract', { supplier: supplierName, from: date(startsOn), to: date(endsOn) }),
  )
  const options = contracts.map(({ terms }) => terms.options).filter(Boolean)
  return {
    text: lines.join('\n'),
    ...(options.length > 0 ? { options: [...new Set(options)].join('\n') } : {}),
  }
}

function effectOf(
  { organisation, months, measured, on }: Measurement,
  { organisations }: Whole,
  { t }: Saying,
): readonly Effect[] {
  if ('notMeasured' in measured) return []
  const { what, baseline, target, value, unit, method, grade } = measured
  const who = organisations.get(organisation)?.name ?? ''
  return [
    {
      text: t('jointBenefit.case.effect', { what, who, months }),
      grade,
      figure: { value, unit },
      forWhom: who,
      measuredOn: on.toString(),
      ...(baseline ? { baseline } : {}),
      ...(target ? { target } : {}),
      ...(method ? { method } : {}),
    },
  ]
}

function lessonsOf({ one, withdrawals, organisations }: Whole, { t }: Saying): readonly string[] {
  const left = withdrawals.map(({ organisation, reason }) =>
    t('jointBenefit.case.withdrawn', { who: organisations.get(organisation)?.name ?? '', reason }),
  )
  const reasons = one.steps.flatMap(({ reason }) => (reason ? [reason] : []))
  return [...left, ...reasons]
}

function reuseOf({ facts, participants, lead }: JointProcurement, { t }: Saying): Pick<CaseContent, 'reuse'> {
  const mailbox = participants.find(({ organisation }) => organisation === lead)?.standing.mailbox
  const documents = [
    ...(facts.requirementsUrl
      ? [{ title: t('jointBenefit.case.requirements'), url: facts.requirementsUrl }]
      : []),
    ...(facts.dialogueSummaryUrl
      ? [{ title: t('jointBenefit.case.dialogueSummary'), url: facts.dialogueSummaryUrl }]
      : []),
  ]
  if (!mailbox && documents.length === 0) return {}
  return { reuse: { ...(mailbox ? { mailbox } : {}), ...(documents.length > 0 ? { documents } : {}) } }
}

/** Where the case came from: the joint procurement, and the demand that came before it. */
function provenanceOf(
  { id, title, demand, facts }: JointProcurement,
  { t }: Saying,
): CaseContent['provenance'] {
  const origin = t('jointBenefit.case.origin', { title, id })
  return {
    confidence: 'high',
    note: demand ? `${origin} ${t('jointBenefit.case.demand', { id: demand })}` : origin,
    sources: [],
    ...(facts.archiveReference ? { archiveReference: facts.archiveReference } : {}),
  }
}
