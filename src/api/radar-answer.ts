import { z } from 'zod'
import { CIRCLES, FIRMNESSES, RADAR_KINDS } from '#src/modules/needs/contract.ts'
import { named } from './components.ts'
import { MunicipalityReference } from './notice-answer.ts'
import { pageOf } from './paging.ts'

const RadarWhat = named(
  'RadarWhat',
  z.strictObject({
    key: z.string().describe('The same for everything that is the same purchase, as far as the codes tell.'),
    cpv: z.string().nullable().describe('The CPV code that covers all of it.'),
    theme: z.string().nullable().describe('The id of the theme at the top that it mostly belongs to.'),
    label: z.string().describe('In `lang`.'),
  }),
)

const RadarParty = named(
  'RadarParty',
  z.strictObject({
    name: z.string(),
    municipality: z.string().nullable().describe('Kommunenummer of today; null for a body that is none.'),
    named: z
      .boolean()
      .describe('False for one whom it is bought for by a joint body, without the notice naming it.'),
  }),
)

const RadarTerms = named(
  'RadarTerms',
  z
    .strictObject({
      endsOn: z.iso.date(),
      latestEndsOn: z.iso
        .date()
        .nullable()
        .describe('With every renewal taken; null where their length is not said.'),
      basis: z
        .enum(['period', 'start', 'contract', 'published'])
        .describe('Whether the end was said (`period`), or what it was reckoned from.'),
      inRenewal: z
        .boolean()
        .describe('The first end is past: it is the last renewal that ends in the period.'),
      renewals: z.int().nullable(),
      renewalsText: z.string().nullable(),
      options: z.string().nullable(),
      durationFrom: z
        .string()
        .nullable()
        .describe('The notice that told how long, where the result did not.'),
    })
    .describe('How long the contract lasts. Its end may not be the end of the purchase.'),
)

const RadarItem = named(
  'RadarItem',
  z.strictObject({
    id: z.string().describe('Stays the same.'),
    kind: z.enum(RADAR_KINDS),
    title: z.string(),
    language: z.string().describe('The language it is written in, ISO 639-1.'),
    what: z.string().describe('The `key` of its group.'),
    cpv: z.array(z.string()),
    on: z.iso.date().nullable().describe('The day it falls on; null for a plan that does not say.'),
    who: z.array(RadarParty).describe('Those of the circle whose it is.'),
    beside: z.array(RadarParty).describe('Others who buy with them.'),
    notice: z.string().nullable(),
    lot: z.string().nullable().describe('The lot, or the part of a plan.'),
    need: z.string().nullable(),
    url: z.url().describe('The page for people, in `lang`.'),
    suppliers: z.array(z.string()).describe('Who has the contract now.'),
    terms: RadarTerms.nullable().describe('Only of a contract that ends.'),
    firmness: z.enum(FIRMNESSES).nullable().describe('Only of a need: how sure it is.'),
    othersWanting: z.int().describe('How many others have announced a need for the same.'),
  }),
)

export const RadarAnswer = named(
  'Radar',
  pageOf(RadarItem).extend({
    from: z.iso.date(),
    until: z.iso.date(),
    circle: z.enum(CIRCLES),
    municipalities: z
      .array(MunicipalityReference)
      .describe('Who is in the circle, the own municipality first; empty where everybody is.'),
    complete: z.boolean().describe('False where there is more than was read: what ends last is left out.'),
    results: z
      .strictObject({ total: z.int(), withoutEnd: z.int() })
      .describe(
        'Results announced in the circle in the last four years, and how many of them do not tell when the contract ends. What is not told is not seen.',
      ),
    groups: z
      .array(
        z.strictObject({
          what: RadarWhat,
          own: z.boolean().describe('Whether the own municipality is among them.'),
          others: z.array(RadarParty),
          years: z.array(z.int()),
          items: z.int().describe('How many things it holds.'),
        }),
      )
      .describe('Everything, by what it is: what the own municipality shares first, then what most share.'),
  }),
)
