/**
 * What eForms declares (BT-06, BT-776) as goals of the OCDS sustainability extension, as «OCDS for eForms» maps them.
 * The codes that the profile does not know yet are innovative purchases too.
 */
export const GOAL_OF_ACQUISITION: Readonly<Record<string, string>> = {
  'mar-nov': 'economic.marketInnovationPromotion',
  'proc-innov': 'economic.processInnovationPromotion',
  'prod-innov': 'economic.productInnovationPromotion',
  'rd-act': 'economic.researchDevelopmentActivities',
  'buy-eff': 'economic.innovativePurchase',
  'fp-requ': 'economic.innovativePurchase',
  'org-nov': 'economic.innovativePurchase',
}

export const GOAL_OF_STRATEGY: Readonly<Record<string, string>> = {
  'inn-pur': 'economic.innovativePurchase',
  'env-imp': 'environmental',
  'soc-obj': 'social',
}

/** Also as the profile named two of them before April 2023. */
const ACQUISITION_OF_GOAL: Readonly<Record<string, string>> = {
  'economic.marketInnovationPromotion': 'mar-nov',
  'economic.processInnovationPromotion': 'proc-innov',
  'economic.processInnovation': 'proc-innov',
  'economic.productInnovationPromotion': 'prod-innov',
  'economic.productInnovation': 'prod-innov',
  'economic.researchDevelopmentActivities': 'rd-act',
}

/** The eForms codes that goals of sustainability stand for. */
export function codesOfGoals(goals: readonly string[]) {
  const isOf = (goal: string, group: string) => goal === group || goal.startsWith(`${group}.`)
  const innovative = goals.flatMap((goal) => ACQUISITION_OF_GOAL[goal] ?? [])
  const strategies = [
    ...(goals.includes('economic.innovativePurchase') || innovative.length > 0 ? ['inn-pur'] : []),
    ...(goals.some((goal) => isOf(goal, 'environmental')) ? ['env-imp'] : []),
    ...(goals.some((goal) => isOf(goal, 'social')) ? ['soc-obj'] : []),
  ]
  return { strategicProcurement: strategies, innovativeAcquisition: [...new Set(innovative)] }
}
