import { z } from 'zod'
import type { Money, Notice } from '#src/modules/notices/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisation, type Register } from '#src/modules/organisations/index.ts'

/** A joint procurement has tens of buyers; a notice that lists more is cut here, and the number is told. */
const MOST_BUYERS = 300
const MOST_LOTS = 1000

const amount = z.number().nullable()
const text = z.string().max(400)

const FoundBuyer = z.object({
  name: text,
  /** Nine digits that pass the check; `written` is what stood there instead. */
  number: z.string().nullable(),
  written: text.nullable(),
  lead: z.boolean(),
  buysForOthers: z.boolean(),
  /** Who the registers say it is. */
  organisation: OrganisationId.nullable(),
})
export type FoundBuyer = z.infer<typeof FoundBuyer>

/** What was found in a notice, and nothing else of it: no contact persons, and none of its texts but the title. */
export const DraftFindings = z.object({
  title: text,
  subtype: text.nullable(),
  formType: text.nullable(),
  buyers: z.array(FoundBuyer),
  buyersInAll: z.number().int(),
  /** BT-27 for the whole, in kroner; null where it is not told or told in another currency. */
  estimate: amount,
  isFramework: z.boolean(),
  /** BT-271 for the whole, or the sum of the lots'; null where a framework lacks it. */
  maximum: amount,
  lotsWithoutMaximum: z.array(text),
  otherCurrencies: z.array(text),
  /** BT-111, which stands for buyers that are not named. */
  categories: z.array(text),
  remarks: z.number().int(),
})
export type DraftFindings = z.infer<typeof DraftFindings>

/** The parts of a notice that are looked at; its contact persons are not among them. */
export type LookedAt = Pick<
  Notice,
  | 'title'
  | 'subtype'
  | 'formType'
  | 'buyers'
  | 'lots'
  | 'lotGroups'
  | 'value'
  | 'valueKind'
  | 'frameworkMaximum'
  | 'remarks'
>

/** Takes out of a notice what the check asks for. */
export function findingsOf(notice: LookedAt, register: Register): DraftFindings {
  const lots = notice.lots.slice(0, MOST_LOTS)
  const frameworks = lots.filter(({ framework }) => framework !== null && framework !== 'none')
  const lotsWithoutMaximum = frameworks.filter(({ frameworkMaximum }) => !frameworkMaximum)
  const whole =
    notice.frameworkMaximum ?? notice.lotGroups.find((one) => one.frameworkMaximum)?.frameworkMaximum
  const maxima = whole ? [whole] : frameworks.map(({ frameworkMaximum }) => frameworkMaximum)
  const isEstimate = notice.valueKind !== 'awarded'
  const money = [...maxima, notice.value].filter((one) => one !== null && one !== undefined)
  return {
    title: cut(notice.title),
    subtype: notice.subtype && cut(notice.subtype),
    formType: notice.formType && cut(notice.formType),
    buyers: notice.buyers.slice(0, MOST_BUYERS).map((buyer) => foundBuyer(buyer, register)),
    buyersInAll: notice.buyers.length,
    estimate: isEstimate ? kroner(notice.value) : null,
    isFramework: frameworks.length > 0,
    maximum: sum(maxima.map((one) => kroner(one))),
    lotsWithoutMaximum: whole ? [] : lotsWithoutMaximum.map(({ id }) => cut(id)),
    otherCurrencies: [...new Set(money.map(({ currency }) => currency).filter((one) => one !== 'NOK'))],
    categories: lots.flatMap(({ frameworkBuyerCategories: one }) => (one ? [cut(one)] : [])).slice(0, 20),
    remarks: notice.remarks.length,
  }
}

function foundBuyer(buyer: Notice['buyers'][number], register: Register): FoundBuyer {
  const { name, organisationNumber, numberAsWritten, country } = buyer
  const number = /^\d{9}$/.test(organisationNumber ?? '') ? organisationNumber : null
  const isNorwegian = country === null || country === 'NOR' || country === 'NO'
  return {
    name: cut(name),
    number,
    written: number || !numberAsWritten ? null : cut(numberAsWritten),
    lead: buyer.lead,
    buysForOthers: buyer.awardsForOthers || buyer.acquiresForOthers,
    organisation: isNorwegian
      ? (findOrganisation(register, { organisasjonsnummer: number, name })?.id ?? null)
      : null,
  }
}

const cut = (words: string) => words.slice(0, 400)

function kroner(money: Money | null | undefined): number | null {
  return money?.currency === 'NOK' ? Number(money.amount) : null
}

function sum(amounts: readonly (number | null)[]): number | null {
  if (amounts.length === 0) return null
  return amounts.reduce<number | null>(
    (total, one) => (total === null || one === null ? null : total + one),
    0,
  )
}
