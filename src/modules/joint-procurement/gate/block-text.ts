import type { Messages } from '#src/messages/index.ts'
import type { ProcurementFacts } from '#src/modules/joint-procurement/contract.ts'
import { codeLabel } from '#src/modules/vocabulary/index.ts'
import type { BlockBuyer } from './participant-block.ts'

/** One buyer in the terms of the notice, line by line. What is not known says so, so that nobody sends an empty claim. */
export function buyerLines(buyer: BlockBuyer, messages: Messages): readonly string[] {
  const { t, date, language } = messages
  const { name, number, lead, host, legalType, activity, option } = buyer
  const until = option?.until
  return [
    t('gate.block.name', { name }),
    t('gate.block.number', { number: number ?? t('gate.block.number.none') }),
    t('gate.block.lead', { lead: lead ? 'yes' : 'no' }),
    ...(host ? [t('gate.block.host')] : []),
    ...(legalType
      ? [
          t('gate.block.legal', {
            code: legalType,
            words: codeLabel('buyer-legal-type', legalType, language),
          }),
        ]
      : []),
    ...(activity
      ? [t('gate.block.activity', { code: activity, words: codeLabel('main-activity', activity, language) })]
      : []),
    ...(option ? [until ? t('gate.block.option', { date: date(until) }) : t('gate.block.option.none')] : []),
  ]
}

type Values = Pick<ProcurementFacts, 'estimate' | 'maximum'>

/** The whole block as one text to copy: the buyers, and the values the notice must say. */
export function blockText(block: readonly BlockBuyer[], values: Values, messages: Messages): string {
  return [...block.map((buyer) => buyerLines(buyer, messages)), valueLines(values, messages)]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

export function valueLines({ estimate, maximum }: Values, { t, money }: Messages): readonly string[] {
  const value = (amount: number | null) =>
    amount === null ? t('gate.block.number.none') : money(`${amount}`, 'NOK')
  return [
    t('gate.block.value', { value: value(estimate) }),
    t('gate.block.maximum', { value: value(maximum) }),
  ]
}
