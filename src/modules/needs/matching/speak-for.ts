import { kilometres } from './compare-circumstances.ts'
import { themeLikeness } from './compare-subjects.ts'
import { conceptOfTerm } from './count-terms.ts'
import { dayOfMonth, type PreparedNeed } from './prepare-needs.ts'
import { CLEAR, type Compared, isMost, mean, median, type ReasonFor, type Seen } from './reasons.ts'
import { sharedTerms } from './term-weights.ts'

const SHORT_WAY_KM = 60

export function speakFor(one: PreparedNeed, compared: readonly Compared[], seen: Seen): readonly ReasonFor[] {
  return [
    ...subjectFor(one, compared, seen),
    ...timeFor(one, compared),
    ...leadFor(one),
    ...cooperationFor(one, compared),
  ]
}

function subjectFor(
  one: PreparedNeed,
  compared: readonly Compared[],
  { termOf }: Seen,
): readonly ReasonFor[] {
  const themes = one.need.themes.filter((theme) =>
    isMost(compared, ({ other }) => other.need.themes.includes(theme)),
  )
  const concept = mostShared(one, compared, termOf, themes)
  const cpv = one.need.cpv.find((code) =>
    isMost(compared, ({ other }) => other.need.cpv.some((its) => its.slice(0, 4) === code.slice(0, 4))),
  )
  const words = mean(compared.map(({ like }) => like.subject.words))
  return [
    ...themes.slice(0, 2).map((theme) => ({ kind: 'sameTheme', theme }) as const),
    ...(concept ? [{ kind: 'sameConcept', concept } as const] : []),
    ...(cpv ? [{ kind: 'sameCpv', cpv } as const] : []),
    ...(words >= CLEAR ? [{ kind: 'sameWords' } as const] : []),
  ]
}

/** The concept that most of the others name too and that tells most; not one that is told as a theme already. */
function mostShared(
  one: PreparedNeed,
  compared: readonly Compared[],
  termOf: Seen['termOf'],
  themes: readonly string[],
): string | null {
  const counts = new Map<string, number>()
  for (const { other } of compared)
    for (const term of sharedTerms(one.words, other.words)) {
      const concept = conceptOfTerm(termOf(term))
      if (concept && themes.every((theme) => themeLikeness(theme, concept) === 0))
        counts.set(concept, (counts.get(concept) ?? 0) + 1)
    }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return best && best[1] * 2 > compared.length ? best[0] : null
}

function timeFor(one: PreparedNeed, compared: readonly Compared[]): readonly ReasonFor[] {
  const from = Math.max(one.from, ...compared.map(({ other }) => other.from))
  const until = Math.min(one.until, ...compared.map(({ other }) => other.until))
  const together = compared.filter(({ like }) => (like.circumstances.contractEnd ?? 0) >= CLEAR)
  const months = together.map(({ other }) => Math.abs((one.contractEnd ?? 0) - (other.contractEnd ?? 0)))
  return [
    ...(from <= until
      ? [{ kind: 'sameTime', from: dayOfMonth(from), until: dayOfMonth(until) } as const]
      : []),
    ...(together.length > 0
      ? [{ kind: 'contractsEndTogether', count: together.length, months: Math.max(...months) } as const]
      : []),
    ...(isMost(compared, ({ like }) => like.circumstances.phase === 1)
      ? [{ kind: 'samePhase' } as const]
      : []),
    ...(isMost(compared, ({ like }) => like.circumstances.height === 1)
      ? [{ kind: 'sameHeight' } as const]
      : []),
  ]
}

function leadFor({ need }: PreparedNeed): readonly ReasonFor[] {
  if (need.wishes === 'lead') return [{ kind: 'wantsToLead' }]
  return need.wishes === 'either' ? [{ kind: 'couldLead' }] : []
}

function cooperationFor(one: PreparedNeed, compared: readonly Compared[]): readonly ReasonFor[] {
  const shared = one.need.cooperations
    .map((body) => ({ body, count: compared.filter(({ other }) => other.cooperations.has(body)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.body < b.body ? -1 : 1))
  const distance = median(compared.map(({ other }) => kilometres(one, other)))
  return [
    ...shared.slice(0, 1).map((best) => ({ kind: 'shareCooperation', ...best }) as const),
    ...(distance <= SHORT_WAY_KM ? [{ kind: 'near', kilometres: Math.round(distance) } as const] : []),
  ]
}
