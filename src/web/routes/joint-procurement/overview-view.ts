import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Step } from '#src/modules/joint-procurement/contract.ts'
import {
  drawLife,
  earlierSteps,
  type Hindrance,
  hindrances,
  isListClosed,
  isPublished,
  type JointProcurement,
  type Life,
  mayBind,
  mayLead,
  nextStep,
  readLife,
  realisticDates,
  stepFacts,
  takesPart,
  whoseTurn,
} from '#src/modules/joint-procurement/index.ts'
import type { DemandId } from '#src/modules/needs/contract.ts'
import { readDemand } from '#src/modules/needs/index.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import { type NameOf, namesOf } from './joint-names.ts'
import { monthsText } from './months-text.ts'
import { pathView } from './path-view.ts'
import { whereToDo } from './where-to-do.ts'

type Asked = { readonly reader: Actor | null; readonly messages: Messages; readonly at: Date }

/** What the overview shows of one joint procurement, to those who take part and to others who may know of it. */
export async function overviewView(db: Database, joint: JointProcurement, { reader, messages, at }: Asked) {
  const life = await readLife(db, joint, at)
  const nameOf = await namesOf(
    db,
    joint.participants.map(({ organisation }) => organisation),
  )
  const isIn = takesPart(reader, joint)
  const { t } = messages
  return {
    isIn,
    purpose: joint.facts.purpose,
    now: nowView(life, { nameOf, messages, reader: isIn ? reader : null }),
    may: mayView(reader, joint),
    invited: invitedView(reader, { joint, nameOf }),
    askedToLead: askedToLead(reader, { joint, nameOf }),
    life: lifeView(joint, messages),
    history: joint.steps.map(({ step, on, reason }, place) => ({
      key: `${place}`,
      name: t(`joint.step.${step}`),
      on: on.toString(),
      reason: isIn ? reason : null,
    })),
    dates: isIn ? datesView(life, { nameOf, messages }) : null,
    demand: joint.demand ? await demandLink(db, joint.demand, { reader, messages }) : null,
    path: pathView(joint, messages),
    estimate: isIn ? estimateText(joint, messages) : null,
    seenBy: t(`joint.audience.${joint.audience}`),
    ended: joint.ended && {
      name: t(`joint.outcome.${joint.ended.outcome}`),
      reason: joint.ended.reason,
      isEarly: joint.ended.outcome !== 'closed',
    },
  }
}
export type OverviewView = Awaited<ReturnType<typeof overviewView>>

/** The demand it came of, for those who may read that too. */
async function demandLink(db: Database, id: DemandId, { reader, messages }: Omit<Asked, 'at'>) {
  const demand = await readDemand(db, reader, id)
  return demand && { title: demand.title, href: address(messages.language, 'demand', { id }) }
}

type Named = { readonly nameOf: NameOf; readonly messages: Messages }

/** `reader` is null for those who do not take part. */
function nowView(life: Life, { nameOf, messages, reader }: Named & { readonly reader: Actor | null }) {
  const { t, list } = messages
  const { joint } = life
  const next = nextStep(joint)
  const inTheWay = hindrances(life)
  const wouldBe = next === 'closed' ? joint : { ...joint, step: next }
  return {
    step: t(`joint.step.${joint.step}`),
    what: t(`joint.step.${joint.step}.what`),
    usually: monthsText(stepFacts(joint), messages),
    next,
    nextName: next === 'closed' ? t('joint.close') : t(`joint.step.${next}`),
    mayGoOn: inTheWay.length === 0,
    locks: next !== 'closed' && isListClosed(wouldBe) && !isListClosed(joint),
    publishes: next !== 'closed' && isPublished(wouldBe) && !isPublished(joint),
    reopens: isListClosed(joint),
    earlier: earlierSteps(joint).map((step: Step) => ({ value: step, text: t(`joint.step.${step}`) })),
    inTheWay: reader
      ? inTheWay.map((one) => ({
          ...hindranceView(one, { nameOf, messages }),
          href: whereToDo(one, { reader, joint, language: messages.language }),
        }))
      : [],
    turn: reader && !joint.ended ? list(whoseTurn(life).map(nameOf)) : null,
  }
}

function hindranceView({ condition, of }: Hindrance, { nameOf, messages: { t, list } }: Named) {
  return { condition, text: t(`joint.condition.${condition}`), of: list(of.map(nameOf)) }
}

function mayView(reader: Actor | null, joint: JointProcurement) {
  const isOpen = reader !== null && !joint.ended
  return {
    lead: isOpen && mayLead(reader, joint),
    bind: isOpen && mayBind(reader, joint.lead),
    tellStop: reader !== null && joint.ended !== null && mayLead(reader, joint),
  }
}

type Ours = { readonly joint: JointProcurement; readonly nameOf: NameOf }

/** Those the reader works for who have been asked and have not answered. */
function invitedView(reader: Actor | null, { joint, nameOf }: Ours) {
  if (!reader || joint.ended) return []
  return joint.participants
    .filter(({ status, organisation }) => status === 'invited' && reader.actsFor.has(organisation))
    .map(({ organisation, role }) => ({
      id: organisation,
      name: nameOf(organisation),
      role,
      mayAnswer: mayBind(reader, organisation),
    }))
}

function askedToLead(reader: Actor | null, { joint, nameOf }: Ours) {
  const asked = joint.participants.find(({ organisation }) => organisation === joint.facts.proposedLead)
  if (!reader || !asked || joint.ended || !reader.actsFor.has(asked.organisation)) return null
  return { name: nameOf(asked.organisation), mayAnswer: mayBind(reader, asked.organisation) }
}

function lifeView(joint: JointProcurement, messages: Messages) {
  const { t } = messages
  return drawLife(joint).map(({ place, taken, ...facts }) => ({
    step: facts.step,
    place,
    name: t(`joint.step.${facts.step}`),
    on: taken?.on.toString() ?? null,
    usually: monthsText(facts, messages),
  }))
}

function datesView({ joint, around }: Life, { nameOf, messages: { t, date } }: Named) {
  const dates = realisticDates(joint, around.today)
  if (!dates) return null
  const wanted = joint.facts.publishOn
  const isTooEarly = wanted !== null && Temporal.PlainDate.compare(wanted, dates.earliest) < 0
  return {
    earliest: date(dates.earliest),
    wanted: isTooEarly ? date(wanted) : null,
    each: dates.each.map(({ organisation, anchored, because, publication }) => ({
      id: organisation,
      name: nameOf(organisation),
      anchored: t(`joint.dates.${because}`, { date: date(anchored) }),
      publication: date(publication),
    })),
  }
}

function estimateText({ facts: { estimate, maximum } }: JointProcurement, { t, money }: Messages) {
  if (estimate === null || maximum === null) return null
  return t('joint.facts.estimate', {
    estimate: money(`${estimate}`, 'NOK'),
    maximum: money(`${maximum}`, 'NOK'),
  })
}
