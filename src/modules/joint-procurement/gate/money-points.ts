import { carriers, isWhole, type Participant } from '#src/modules/joint-procurement/joint-procurement.ts'
import { unitKey } from '#src/modules/needs/index.ts'
import { buysApart, type GateInput, idsOf } from './gate-input.ts'
import { about, type GatePoint, notApplicable, type PointProblem, pointOf, when } from './gate-point.ts'

/** What it is estimated to cost, and the most it can come to with every option (FOA § 5-4, BT-27 and BT-271). */
export function value({ procurement }: GateInput): GatePoint {
  const { estimate, maximum } = procurement.facts
  const missing = [
    ...when('estimate-missing', !estimate),
    ...when('maximum-missing', !maximum),
    ...when('maximum-lower', !!estimate && !!maximum && maximum < estimate, { amounts: [maximum, estimate] }),
  ]
  return pointOf('value', { missing }, procurement.lead)
}

/** How costs are shared, so that it can be reckoned, and what it takes to leave. */
export function costsAndExit(input: GateInput): GatePoint {
  const { facts, lead } = input.procurement
  if (buysApart(input.procurement)) return notApplicable('costs-and-exit')
  const missing = [
    ...when('cost-key-missing', facts.costKey === null),
    ...keyProblems(input, carriers(input.procurement)),
    ...when('exit-missing', facts.exitTerms === ''),
  ]
  return pointOf('costs-and-exit', { missing }, lead)
}

function keyProblems(
  { procurement, parties }: GateInput,
  all: readonly Participant[],
): readonly PointProblem[] {
  switch (procurement.facts.costKey) {
    case 'inhabitants':
      return about(
        'inhabitants-unknown',
        idsOf(all.filter(({ organisation }) => parties.get(organisation)?.inhabitants == null)),
      )
    case 'volume': {
      const without = all.filter(({ standing }) => standing.volume === null)
      return [...about('volume-missing', idsOf(without)), ...about('volume-units', idsOf(inOtherUnits(all)))]
    }
    case 'agreed': {
      const without = all.filter(({ standing }) => standing.costShare === null)
      const sum = all.reduce((total, { standing }) => total + (standing.costShare ?? 0), 0)
      return [
        ...about('share-missing', idsOf(without)),
        ...when('shares-not-whole', without.length === 0 && !isWhole(sum), { amounts: [sum] }),
      ]
    }
    default:
      return []
  }
}

/** Those who count in something else than most do; of as many, in something else than the first. */
function inOtherUnits(all: readonly Participant[]): readonly Participant[] {
  const groups = Map.groupBy(
    all.filter(({ standing }) => standing.volume),
    ({ standing }) => unitKey(standing.volume?.unit ?? ''),
  )
  const [, ...others] = [...groups.values()].toSorted((one, other) => other.length - one.length)
  return others.flat()
}
