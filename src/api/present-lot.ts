import type { z } from 'zod'
import type { AwardCriterion, Lot, Winner } from '#src/modules/notices/index.ts'
import type { NoticeLot, NoticeWinner } from './notice-answer.ts'

/** A lot as the API tells it: all it says but addresses where tenders are sent and the persons behind them. */
export function toLot(lot: Lot): z.infer<typeof NoticeLot> {
  return {
    id: lot.id,
    title: lot.title,
    description: lot.description,
    contractNature: lot.contractNature,
    cpv: [...lot.cpv],
    nuts: [...lot.nuts],
    value: lot.value,
    frameworkMaximum: lot.frameworkMaximum,
    deadlines: lot.deadlines,
    strategicProcurement: [...lot.strategicProcurement],
    innovativeAcquisition: [...lot.innovativeAcquisition],
    awardCriteria: lot.awardCriteria.map(toCriterion),
    variants: lot.variants,
    duration: lot.duration,
    options: lot.options,
    renewals: lot.renewals,
    framework: lot.framework,
    documentsUrl: lot.documentsUrl,
    winners: lot.winners.map(toWinner),
    result: lot.result && {
      status: lot.result.status,
      reason: lot.result.reason,
      tendersReceived: lot.result.tendersReceived,
      decidedOn: lot.result.decidedOn,
      concludedOn: lot.result.concludedOn,
      frameworkMaximum: lot.result.frameworkMaximum,
    },
  }
}

function toCriterion({ type, name, description, weight, weightUnit, fixed, threshold }: AwardCriterion) {
  return { type, name, description, weight, weightUnit, fixed, threshold }
}

export function toWinner(winner: Winner): z.infer<typeof NoticeWinner> {
  const { name, organisationNumber, value, tender, leadsGroup, country } = winner
  return { name, organisationNumber, value, tender, leadsGroup, country }
}
