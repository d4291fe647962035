import { buyers, type Participant } from '#src/modules/joint-procurement/joint-procurement.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { nameKey } from '#src/modules/organisations/index.ts'
import type { DraftFindings, FoundBuyer } from './draft-findings.ts'
import { type GateInput, numberOf } from './gate-input.ts'
import { about, type PointProblem, when } from './gate-point.ts'

export type Compared = {
  readonly found: readonly { readonly organisation: OrganisationId; readonly as: readonly FoundBuyer[] }[]
  /** Those who stand in the notice and are nobody of ours. */
  readonly extra: readonly FoundBuyer[]
  readonly missing: readonly PointProblem[]
  /** What only people can tell whether is right. */
  readonly judge: readonly PointProblem[]
}

type Asked = Pick<GateInput, 'procurement' | 'parties'>

/** Holds a notice beside those who take part and what they have agreed on: by number first, then by name. */
export function compareDraft(asked: Asked, draft: DraftFindings): Compared {
  const all = buyers(asked.procurement)
  const left = new Set(draft.buyers)
  const taken = new Map<Participant, FoundBuyer[]>(all.map((one) => [one, []]))
  for (const fits of [fitsByNumber, fitsByRegister, fitsByName])
    for (const [one, as] of taken)
      for (const buyer of [...left].filter((each) => fits(asked, one, each))) {
        as.push(buyer)
        left.delete(buyer)
      }
  const found = [...taken].map(([{ organisation }, as]) => ({ organisation, as }))
  const extra = [...left]
  return {
    found,
    extra,
    missing: [
      ...whoProblems(asked, { taken, extra, draft }),
      ...leadProblems(asked, taken, draft),
      ...valueProblems(asked, draft),
    ],
    judge: judged(asked, draft),
  }
}

type Fits = (asked: Asked, one: Participant, buyer: FoundBuyer) => boolean

const fitsByNumber: Fits = ({ parties }, one, { number }) =>
  number !== null && number === numberOf(parties.get(one.organisation), one)
const fitsByRegister: Fits = (_, one, buyer) => buyer.organisation === one.organisation
/** Only where no number says that it is somebody else. */
const fitsByName: Fits = ({ parties }, one, { name, number }) => {
  const own = parties.get(one.organisation)
  return number === null && own !== undefined && nameKey(name) !== '' && nameKey(name) === nameKey(own.name)
}

type Taken = ReadonlyMap<Participant, readonly FoundBuyer[]>
type Who = { readonly taken: Taken; readonly extra: readonly FoundBuyer[]; readonly draft: DraftFindings }

function whoProblems({ procurement, parties }: Asked, { taken, extra, draft }: Who): readonly PointProblem[] {
  const those = (isSo: (one: Participant, as: readonly FoundBuyer[]) => boolean) =>
    [...taken].filter(([one, as]) => isSo(one, as)).map(([{ organisation }]) => organisation)
  const other = (one: Participant, as: readonly FoundBuyer[]) => {
    const own = numberOf(parties.get(one.organisation), one)
    return own !== null && as.some(({ number }) => number !== null && number !== own)
  }
  return [
    ...when('draft-host-alone', draft.buyers.length === 1 && buyers(procurement).length > 1, {
      names: draft.buyers.map(({ name }) => name),
    }),
    ...about(
      'draft-missing-buyer',
      those((_, as) => as.length === 0),
    ),
    ...when('draft-extra-buyer', extra.length > 0, { names: extra.map(({ name }) => name) }),
    ...about(
      'draft-number-missing',
      those((_, as) => as.length > 0 && as.every(({ number }) => number === null)),
    ),
    ...about('draft-number-other', those(other)),
    ...about(
      'draft-twice',
      those((_, as) => as.length > 1),
    ),
  ]
}

/** Exactly one of several is flagged as the leader of the group (OPP-050), and it is the one who leads. */
function leadProblems(
  { procurement }: Asked,
  taken: Taken,
  { buyers: all }: DraftFindings,
): readonly PointProblem[] {
  if (all.length < 2) return []
  const leads = all.filter(({ lead }) => lead)
  const [first] = leads
  const own = [...taken].find(([{ organisation }]) => organisation === procurement.lead)?.[1] ?? []
  return [
    ...when('draft-lead-none', leads.length === 0),
    ...when('draft-lead-several', leads.length > 1, { names: leads.map(({ name }) => name) }),
    ...when('draft-lead-other', leads.length === 1 && first !== undefined && !own.includes(first), {
      names: leads.map(({ name }) => name),
    }),
  ]
}

function valueProblems({ procurement: { facts } }: Asked, draft: DraftFindings): readonly PointProblem[] {
  const { estimate, maximum, isFramework, otherCurrencies } = draft
  const names = otherCurrencies.length > 0 ? { names: otherCurrencies } : {}
  return [
    ...when('draft-maximum-missing', isFramework && maximum === null, { names: draft.lotsWithoutMaximum }),
    ...when('draft-maximum-other', maximum !== null && facts.maximum !== null && maximum !== facts.maximum, {
      amounts: [maximum, facts.maximum],
    }),
    ...when('draft-estimate-missing', estimate === null, names),
    ...when(
      'draft-estimate-other',
      estimate !== null && facts.estimate !== null && estimate !== facts.estimate,
      {
        amounts: [estimate, facts.estimate],
      },
    ),
  ]
}

function judged({ procurement }: Asked, draft: DraftFindings): readonly PointProblem[] {
  return [
    ...when('draft-not-competition', draft.formType !== 'competition'),
    // Categories of buyers instead of names ask for a legal assessment of one's own.
    ...when('draft-categories', draft.categories.length > 0, { names: draft.categories }),
    ...when('draft-not-framework', procurement.path === 'joint-framework' && !draft.isFramework),
  ]
}
