import { z } from 'zod'
import { ASSESSMENTS, PRINCIPAL_BASES } from '#src/modules/notices/contract.ts'
import { named } from './components.ts'
import { NoticeInnovation } from './notice-innovation-answer.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'

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

const buyer = {
  name: text.describe('As the notice writes it.'),
  organisation: unknown(OrganisationReference).describe('Who it is today; null when we do not know.'),
  municipality: unknown(MunicipalityReference).describe(
    'The municipality of today that it is, or belongs to.',
  ),
  lead: z.boolean().describe('Leads the group of buyers (OPP-050).'),
}

export const NoticeBuyer = named(
  'NoticeBuyer',
  z.strictObject({
    ...buyer,
    organisationNumber: unknown(text).describe('Nine digits that pass the check where it is Norwegian.'),
    numberAsWritten: unknown(text),
    legalType: unknown(code).describe('BT-11.'),
    awardsForOthers: z.boolean().describe('OPP-051.'),
    acquiresForOthers: z.boolean().describe('OPP-052.'),
    country: unknown(code),
    nuts: unknown(code),
    city: unknown(text),
  }),
)

export const BoughtThrough = named(
  'BoughtThrough',
  z
    .strictObject({
      body: OrganisationReference.describe('The joint body it was bought through.'),
      basis: z
        .enum(PRINCIPAL_BASES)
        .describe(
          '`body`: it is the buyer. `hostForOthers`: its host is, and states that it buys for others. `hostNamesBody`: its host is, and the notice names the body.',
        ),
      source: unknown(z.url()).describe('Where its members are told.'),
      asOfYear: unknown(z.int()).describe('The year the source speaks of; null where it does not say.'),
      organisations: z.array(OrganisationReference),
    })
    .describe(
      'Members of a joint body on the day of the notice. **The notice does not name them**: a register of members says so, and the procurement documents say who actually takes part.',
    ),
)

export const NoticeWinner = named(
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
    documentsUrl: unknown(text).describe('Where the documents of the competition are.'),
    winners: z.array(NoticeWinner),
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

export const NoticeLabels = named(
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
    .describe('The codes of the notice in words, in `lang`; a code without words is given as it is.'),
)

const identity = {
  id: text.describe('For ever: `<notice-id>-<version>`, or `sha256-…` for a notice without an id.'),
  self: z.url().describe('Its address in this API.'),
  url: z.url().describe('The page for people, in `lang`.'),
  version: text.describe('BT-757, as written.'),
  isNewest: z.boolean().describe('False when there is a newer version of the same notice.'),
  publicationNumber: unknown(text),
  procedureId: unknown(text).describe('BT-04; the same for all notices of one procurement.'),
  formType: unknown(code).describe(
    'BT-03: `planning`, `competition`, `result`, `dir-awa-pre`, `cont-modif`, …',
  ),
  noticeType: unknown(code).describe('BT-02.'),
  language: code.describe('The language `title` and `description` are written in, as we read it.'),
  title: text,
  procedureType: unknown(code).describe('BT-105.'),
  cpv: z.array(code).describe('The main code first.'),
  value: unknown(Money),
  deadline: unknown(text).describe('The first deadline over the lots, UTC.'),
  publishedOn: unknown(z.iso.date()),
  updatedAt: z.iso.datetime().describe('When it last changed here.'),
}

export const NoticeSummaryAnswer = named(
  'NoticeSummary',
  z.strictObject({
    ...identity,
    buyers: z.array(z.strictObject(buyer)),
    boughtFor: z.array(BoughtThrough),
    innovation: unknown(z.enum(ASSESSMENTS)).describe(
      'How much speaks for it being innovative; null when it has not been assessed yet.',
    ),
  }),
)

export const NoticesAnswer = named('NoticePage', pageOf(NoticeSummaryAnswer))

const NoticeReference = named(
  'NoticeReference',
  z.strictObject({
    id: text,
    version: text,
    formType: unknown(code),
    publishedOn: unknown(z.iso.date()),
    title: text,
    self: z.url().describe('Its address in this API.'),
  }),
)

export const NoticeAnswer = named(
  'Notice',
  z.strictObject({
    ...identity,
    noticeId: unknown(text).describe('BT-701.'),
    subtype: unknown(code).describe('OPP-070.'),
    description: text,
    translations: z.array(Wording).describe('Title and description in the other languages of the notice.'),
    buyers: z.array(NoticeBuyer),
    boughtFor: z.array(BoughtThrough),
    contractNature: unknown(code),
    nuts: z.array(code),
    valueKind: unknown(z.enum(['estimated', 'awarded', 'sumOfLots'])).describe('What `value` is.'),
    frameworkMaximum: unknown(Money),
    lots: z.array(NoticeLot),
    parts: z.array(NoticeLot).describe('What a planning notice calls parts.'),
    resultsWithoutLot: z
      .array(z.strictObject({ lot: unknown(text), winners: z.array(NoticeWinner) }))
      .describe('Results for a lot that the notice does not have.'),
    references: z
      .array(
        z.strictObject({ kind: z.enum(['previous', 'changed', 'modified', 'framework']), reference: text }),
      )
      .describe('Other notices that it names, as it names them.'),
    changes: z.array(
      z.strictObject({
        reason: unknown(code),
        reasonText: unknown(text),
        sections: z.array(text),
        description: unknown(text),
      }),
    ),
    innovation: NoticeInnovation,
    labels: NoticeLabels,
    versions: z.array(NoticeReference).describe('All versions of this notice, the newest first.'),
    related: z.array(NoticeReference).describe('Other notices of the same procedure.'),
    originals: z
      .array(Original)
      .describe('Every distinct file that is this notice; the one that counts first.'),
    remarks: z.array(Remark).describe('What was odd when it was read.'),
  }),
)
