import { z } from 'zod'
import { named } from './components.ts'

const text = z.string()
const code = z.string()
const unknown = <Schema extends z.ZodType>(schema: Schema) => schema.nullable()

export const Money = named(
  'Money',
  z.strictObject({
    amount: z.string().describe('A decimal number as text, so that nothing is rounded: `1250000.00`.'),
    currency: z.string().describe('ISO 4217.'),
  }),
)

export const MunicipalityReference = named(
  'MunicipalityReference',
  z.strictObject({ number: z.string().describe('Kommunenummer of today.'), name: text }),
)

const Wording = named(
  'Wording',
  z.strictObject({ language: code.describe('ISO 639-1.'), title: text, description: text }),
)

export const NoticeBuyer = named(
  'NoticeBuyer',
  z.strictObject({
    name: text.describe('As the notice writes it.'),
    organisationNumber: unknown(text).describe('Nine digits that pass the check where it is Norwegian.'),
    numberAsWritten: unknown(text),
    municipality: unknown(MunicipalityReference).describe('The municipality of today that it is.'),
    lead: z.boolean().describe('Leads the group of buyers (OPP-050).'),
    legalType: unknown(code).describe('BT-11.'),
    awardsForOthers: z.boolean(),
    acquiresForOthers: z.boolean(),
    country: unknown(code),
    nuts: unknown(code),
    city: unknown(text),
  }),
)

const Winner = named(
  'NoticeWinner',
  z.strictObject({
    name: text,
    organisationNumber: unknown(text),
    value: unknown(Money).describe(
      'Of the tender. Members of a group share it: count it once for each `tender`.',
    ),
    tender: unknown(text),
    leadsGroup: z.boolean(),
    country: unknown(code),
  }),
)

const Measure = z.strictObject({ number: z.number(), unit: code })

const AwardCriterion = named(
  'AwardCriterion',
  z.strictObject({
    type: unknown(code).describe('BT-539: `price`, `cost`, `quality`.'),
    name: unknown(text),
    description: unknown(text),
    weight: unknown(z.number()).describe('BT-541.'),
    weightUnit: unknown(code).describe('BT-5421: `per-exa` per cent exact, `ord-imp` order of importance, …'),
    fixed: unknown(Measure),
    threshold: unknown(Measure),
  }),
)

const Duration = named(
  'Duration',
  z
    .strictObject({
      months: z.number().optional(),
      days: z.number().optional(),
      from: text.optional(),
      to: text.optional(),
      unlimited: z.literal(true).optional(),
    })
    .describe('As it was said: months, days, a period, or without end. Days are not turned into months.'),
)

const Deadlines = z.strictObject({
  tenders: unknown(text).describe('BT-131.'),
  participation: unknown(text).describe('BT-1311.'),
  interest: unknown(text).describe('BT-630.'),
  questions: unknown(text).describe('BT-13.'),
})

const LotResult = z.strictObject({
  status: unknown(code).describe(
    'BT-142: `selec-w` chosen, `clos-nw` closed without a winner, `open-nw` still open.',
  ),
  reason: unknown(code).describe('BT-144, why nobody was chosen.'),
  tendersReceived: unknown(z.number()),
  decidedOn: unknown(text),
  concludedOn: unknown(text),
  frameworkMaximum: unknown(Money),
})

export const NoticeLot = named(
  'NoticeLot',
  z.strictObject({
    id: text,
    title: text,
    description: text,
    contractNature: unknown(code),
    cpv: z.array(code),
    nuts: z.array(code),
    value: unknown(Money),
    frameworkMaximum: unknown(Money).describe('BT-271.'),
    deadlines: Deadlines,
    strategicProcurement: z.array(code).describe('BT-06, as written.'),
    innovativeAcquisition: z.array(code).describe('BT-776, as written.'),
    awardCriteria: z.array(AwardCriterion),
    variants: unknown(code).describe('BT-63: `allowed`, `not-allowed`, `required`.'),
    duration: unknown(Duration),
    options: unknown(z.strictObject({ description: text })),
    renewals: unknown(z.strictObject({ maximum: unknown(z.number()), description: unknown(text) })),
    framework: unknown(code).describe('BT-765.'),
    winners: z.array(Winner),
    result: unknown(LotResult),
  }),
)

const Original = named(
  'NoticeOriginal',
  z.strictObject({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the bytes as they arrived.'),
    source: text.describe('Where it came from.'),
    receivedAt: z.iso.datetime(),
    url: z.url().describe('The public version of it, without contact persons.'),
  }),
)

const Remark = named(
  'Remark',
  z.strictObject({
    code: code.describe('Stays the same; for programs.'),
    text: text.describe('The same in words, in `lang`.'),
    path: unknown(text).describe('Where in the original.'),
  }),
)

const LabelOf = z.record(z.string(), z.string())

const Labels = named(
  'NoticeLabels',
  z
    .strictObject({
      formType: unknown(text),
      noticeType: unknown(text),
      procedureType: unknown(text),
      cpv: LabelOf,
      nuts: LabelOf,
      strategicProcurement: LabelOf,
      innovativeAcquisition: LabelOf,
    })
    .describe('The codes of the notice in words, in `lang`; a code without known words is missing.'),
)

export const NoticeAnswer = named(
  'Notice',
  z.strictObject({
    id: text.describe('For ever: `<notice-id>-<version>`, or `sha256-…` for a notice without an id.'),
    self: z.url(),
    url: z.url().describe('The page for people.'),
    noticeId: unknown(text).describe('BT-701.'),
    version: text.describe('BT-757, as written.'),
    isNewest: z.boolean().describe('False when there is a newer version of the same notice.'),
    versions: z.array(z.strictObject({ id: text, version: text, publishedOn: unknown(text), self: z.url() })),
    publicationNumber: unknown(text),
    procedureId: unknown(text).describe('BT-04; the same for all notices of one procurement.'),
    subtype: unknown(code),
    formType: unknown(code).describe(
      '`planning`, `competition`, `result`, `dir-awa-pre`, `cont-modif`, `change`.',
    ),
    noticeType: unknown(code).describe('BT-02.'),
    language: code.describe('The language `title` and `description` are written in, as we read it.'),
    title: text,
    description: text,
    translations: z.array(Wording),
    buyers: z.array(NoticeBuyer),
    procedureType: unknown(code).describe('BT-105.'),
    contractNature: unknown(code),
    cpv: z.array(code).describe('The main code first.'),
    nuts: z.array(code),
    value: unknown(Money),
    valueKind: unknown(z.enum(['estimated', 'awarded', 'sumOfLots'])),
    frameworkMaximum: unknown(Money),
    deadline: unknown(text).describe('The first deadline over the lots, UTC.'),
    publishedOn: unknown(z.iso.date()),
    lots: z.array(NoticeLot),
    parts: z.array(NoticeLot).describe('What a planning notice calls parts.'),
    references: z.array(z.strictObject({ kind: code, reference: text })),
    innovation: z.strictObject({
      declared: z.strictObject({
        strategicProcurement: z.array(code).describe('BT-06 over all lots.'),
        innovativeAcquisition: z.array(code).describe('BT-776 over all lots.'),
      }),
      canBeDeclared: z
        .boolean()
        .describe('False on forms that have no place for it: then silence says nothing.'),
    }),
    labels: Labels,
    originals: z
      .array(Original)
      .describe('Every distinct file that said it is this notice; the one that counts first.'),
    remarks: z.array(Remark).describe('What was odd when it was read.'),
  }),
)
