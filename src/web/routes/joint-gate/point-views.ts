import type { Messages } from '#src/messages/index.ts'
import {
  GATE_GROUPS,
  type Gate,
  type GateGroup,
  type GatePoint,
  type Law,
  type PointProblem,
  type PointState,
  pointText,
} from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'

export type LawView = {
  readonly reference: string
  readonly says: string
  readonly url: string
  readonly note: string
}

export type PointView = {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly state: PointState
  readonly problems: readonly string[]
  /** Whose turn it is, in words; null when nothing waits for anybody. */
  readonly turn: string | null
  readonly laws: readonly LawView[]
}

export type GroupView = { readonly group: GateGroup; readonly points: readonly PointView[] }

export type NameOf = (organisation: OrganisationId) => string

export function namesIn({ input }: Gate): NameOf {
  return (organisation) => input.parties.get(organisation)?.name ?? '–'
}

const ORDER: Readonly<Record<PointState, number>> = {
  missing: 0,
  judge: 1,
  fulfilled: 2,
  'not-applicable': 3,
}

/** The points in their groups, what is missing first. */
export function groupViews(gate: Gate, messages: Messages): readonly GroupView[] {
  const nameOf = namesIn(gate)
  const views = gate.points.map((point) => ({
    group: pointText(point.id).group,
    view: pointView(point, nameOf, messages),
  }))
  const groups = GATE_GROUPS.map((group) => ({
    group,
    points: views
      .filter((one) => one.group === group)
      .map(({ view }) => view)
      .toSorted((a, b) => ORDER[a.state] - ORDER[b.state]),
  }))
  return groups.toSorted((a, b) => worst(a) - worst(b))
}

function worst({ points }: GroupView): number {
  return points.some(({ state }) => state === 'missing') ? 0 : 1
}

function pointView(point: GatePoint, nameOf: NameOf, messages: Messages): PointView {
  const { t, list, language } = messages
  const { title, why, laws } = pointText(point.id)
  return {
    id: point.id,
    title: title[language],
    why: why[language],
    state: point.state,
    problems: point.problems.map((problem) => problemText(problem, nameOf, { messages })),
    turn: point.turn.length > 0 ? t('gate.turn', { names: list(point.turn.map(nameOf)) }) : null,
    laws: laws.map((law) => lawView(law, messages)),
  }
}

function lawView({ reference, says, url, ...law }: Law, { t, date, language }: Messages): LawView {
  const note = [
    law.validFrom && t('gate.source.valid', { from: date(law.validFrom) }),
    law.validTo && t('gate.source.ended', { to: date(law.validTo) }),
    t('gate.source.checked', { date: date(law.lastChecked) }),
    law.needsLawyer && t('gate.source.lawyer'),
  ]
  return { reference, says: says[language], url, note: note.filter(Boolean).join(' ') }
}

/** What stands in the way, in a sentence; what was found in a file was found in a draft, or in the published notice. */
export function problemText(
  problem: PointProblem,
  nameOf: NameOf,
  { messages, of = 'draft' }: { readonly messages: Messages; readonly of?: 'draft' | 'notice' },
): string {
  const { t, list, money, number, date } = messages
  const { code, organisations = [], names = [], amounts = [], days = [] } = problem
  const [one = null, other = null] = amounts
  const all = [...organisations.map(nameOf), ...names]
  const kroner = (amount: number | null) => (amount === null ? '–' : money(`${amount}`, 'NOK'))
  return t(`gate.problem.${code}`, {
    of,
    names: all.length > 0 ? list(all) : 'none',
    one: kroner(one),
    other: kroner(other),
    number: number(one ?? 0),
    day: days[0] ? date(days[0]) : '–',
  })
}
