import { z } from 'zod'
import { messagesIn } from '#src/messages/index.ts'
import { radarEnds } from '#src/modules/joint-procurement/index.ts'
import { CIRCLES, RADAR_KINDS, type RadarQuestion } from '#src/modules/needs/contract.ts'
import {
  othersWanting,
  type Radar,
  type RadarGroup,
  type RadarItem,
  type RadarParty,
  readRadar,
} from '#src/modules/needs/index.ts'
import { county, municipality, type Register, readRegister } from '#src/modules/organisations/index.ts'
import { conceptLabel, cpvLabel } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { Addresses } from './addresses.ts'
import { endpoint, listReply } from './endpoint.ts'
import { pageOfList, paging } from './paging.ts'
import { oneOf, repeated, wholeNumber } from './parameters.ts'
import type { ProblemFacts } from './problem.ts'
import { RadarAnswer } from './radar-answer.ts'
import { county as countyNumber, municipality as municipalityNumber, theme } from './search-parameters.ts'

const query = {
  ...paging,
  municipality: municipalityNumber
    .optional()
    .describe('From whose place it is seen, by kommunenummer of today.'),
  county: countyNumber.optional().describe('A county by itself, with `circle=county`.'),
  circle: oneOf(CIRCLES)
    .optional()
    .describe(
      'Whom it is about: the municipalities around, those that are like it, those it cooperates with, its county, or all. `around` where a municipality is told, else `all`.',
    ),
  theme: theme.optional().describe('Only what belongs to this theme, or below it.'),
  from: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'must be a month such as 2027-01')
    .optional()
    .describe('The first month; this one where nothing is told.'),
  months: wholeNumber({ from: 1, to: 60 }).default(24).describe('How many months ahead.'),
  kind: repeated(oneOf(RADAR_KINDS)).describe('Only things of this kind among `items`.'),
}

export const radar = endpoint({
  id: 'radar',
  path: '/radar',
  tag: 'Needs',
  summary: 'What must be bought again, is planned, or is needed',
  description:
    'Coming contract ends from results (with options and renewals), planned purchases from planning notices, and announced needs, of the municipalities around one, like it, or that cooperate with it. With a key also the needs that the one who made it may read. Only contracts that were announced with a duration are seen.',
  query,
  answer: RadarAnswer,
  reply: async ({ program, actor, query: asked, lang, addresses, here, problem }) => {
    const register = await readRegister(program.db)
    const question = toQuestion(asked, register)
    if (!question.ok) return problem(question.failure)
    const found = await readRadar({ ...program, register, jointEnds: radarEnds }, question.value, actor)
    const items = found.groups
      .flatMap((group) => group.items.map((item) => ({ item, group })))
      .filter(({ item }) => asked.kind.length === 0 || asked.kind.includes(item.kind))
    const page = pageOfList(items, { ...asked, idOf: ({ item }) => item.key, here })
    if (!page.ok) return problem(page.failure)
    return listReply({
      ...page.value,
      ...around(found),
      groups: found.groups.map((group) => toGroup(group, lang)),
      items: page.value.items.map(({ item, group }) => toItem({ found, group, item }, addresses)),
    })
  },
})

type Asked = z.infer<z.ZodObject<typeof query>>

function toQuestion(asked: Asked, register: Register): Result<RadarQuestion, ProblemFacts> {
  const { municipality: kommunenummer = null, county: fylkesnummer = null, theme = null, from = null } = asked
  const circle = asked.circle ?? (kommunenummer ? 'around' : fylkesnummer ? 'county' : 'all')
  if (kommunenummer && !municipality(register, kommunenummer))
    return wrong('municipality', kommunenummer, 'is not the number of a municipality of today')
  if (fylkesnummer && !county(register, fylkesnummer))
    return wrong('county', fylkesnummer, 'is not the number of a county of today')
  const hasPlace = kommunenummer !== null || (circle === 'county' && fylkesnummer !== null)
  if (circle !== 'all' && !hasPlace) return wrong('circle', circle, 'needs a municipality to be seen from')
  return ok({ kommunenummer, fylkesnummer, circle, theme, from, months: asked.months })
}

function wrong(name: string, value: string, problem: string): Result<never, ProblemFacts> {
  return fail({
    kind: 'bad-parameters',
    detail: `${name} ${problem}.`,
    parameters: [{ name, value, problem }],
  })
}

function around({ period, circle, isCut, known }: Radar) {
  return {
    from: period.from,
    until: period.until,
    circle: circle.kind,
    municipalities: circle.members.map(({ municipality: { kommunenummer, name } }) => ({
      number: kommunenummer,
      name,
    })),
    complete: !isCut,
    results: { total: known.results, withoutEnd: known.withoutEnd },
  }
}

function toGroup({ key, what, theme, isOwn, others, years, items }: RadarGroup, lang: Language) {
  const label =
    what.kind === 'cpv'
      ? cpvLabel(what.code, lang)
      : what.kind === 'theme'
        ? conceptLabel(what.theme, lang)
        : messagesIn(lang).t('radar.what.unknown')
  return {
    what: { key, cpv: what.kind === 'cpv' ? what.code : null, theme, label },
    own: isOwn,
    others: others.map(toParty),
    years: [...years],
    items: items.length,
  }
}

type Found = { readonly found: Radar; readonly group: RadarGroup; readonly item: RadarItem }

function toItem({ found, group, item }: Found, addresses: Addresses) {
  const { notice, need, terms } = item
  return {
    id: item.key,
    kind: item.kind,
    title: item.title,
    language: item.language,
    what: group.key,
    cpv: [...item.cpv],
    on: item.on,
    who: item.who.map(toParty),
    beside: item.beside.map(toParty),
    notice,
    lot: item.lot,
    need,
    url: addressOf(item, addresses),
    suppliers: [...item.suppliers],
    terms: terms && toTerms(terms),
    firmness: item.firmness,
    othersWanting: othersWanting(found, group, item),
  }
}

function addressOf({ notice, need, procurement }: RadarItem, addresses: Addresses): string {
  if (procurement) return addresses.page('jointProcurement', procurement)
  return notice ? addresses.page('notice', notice) : addresses.page('need', need ?? '')
}

function toTerms({ isInRenewal, ...terms }: NonNullable<RadarItem['terms']>) {
  return { ...terms, inRenewal: isInRenewal }
}

function toParty({ name, kommunenummer, isUnnamed }: RadarParty) {
  return { name, municipality: kommunenummer, named: !isUnnamed }
}
