import { CASE_KINDS, CASE_LEVELS, CaseId } from '#src/modules/catalogue/contract.ts'
import {
  type CaseLookup,
  findCase,
  listCases as listCatalogueCases,
  solutionsOfCase,
} from '#src/modules/catalogue/index.ts'
import { CaseAnswer, CasesAnswer } from './case-answer.ts'
import { type ApiProgram, endpoint, listReply } from './endpoint.ts'
import { nextPage, paging, unknownAfter } from './paging.ts'
import { oneOf } from './parameters.ts'
import { toCase, toCaseSummary } from './present-case.ts'
import { county, municipality, theme } from './search-parameters.ts'

export const listCases = endpoint({
  id: 'cases',
  path: '/cases',
  tag: 'Cases',
  summary: 'Cases, by id',
  description: 'Every case that is published, in the order of the ids. Use `/search` to find some by words.',
  query: {
    ...paging,
    kind: oneOf(CASE_KINDS).optional().describe('Only this kind.'),
    level: oneOf(CASE_LEVELS).optional().describe('Only those that tell this much.'),
    theme: theme.optional().describe('Only this theme and those below it.'),
    county: county.optional().describe('Only with a buyer in this county (`46`).'),
    municipality: municipality.optional().describe('Only with this municipality (`4601`) among the buyers.'),
  },
  answer: CasesAnswer,
  reply: async ({ program: { db }, query, lang, addresses, here, problem }) => {
    const before = query.after === undefined ? undefined : await lookUp(db, query.after)
    if (before === null) return problem(unknownAfter(query.after ?? ''))
    const after = before && idOf(before)
    const filter = { ...query, after, sort: 'id', limit: query.limit + 1, offset: 0 } as const
    const { total, cases } = await listCatalogueCases(db, filter)
    const page = cases.slice(0, query.limit)
    return listReply({
      total,
      items: page.map((one) => toCaseSummary(one, { lang, addresses })),
      next: nextPage(page, { idOf: ({ id }) => id, here, isLast: cases.length <= query.limit }),
    })
  },
})

export const readCase = endpoint({
  id: 'case',
  path: '/cases/{id}',
  tag: 'Cases',
  summary: 'One case with everything it tells',
  description:
    'The blocks that somebody has written, who took part as organisations of today, what came out of it, and what is missing.',
  pathParameters: { id: { description: 'The id of the case.', example: 'case-016' } },
  query: {},
  answer: CaseAnswer,
  outcomes: {
    301: 'It has been merged into another; `Location` is that one.',
    404: 'There has never been a case with this id.',
    410: 'It has been withdrawn; `reason` says why.',
  },
  reply: async ({ program: { db }, path, lang, addresses, problem, movedTo }) => {
    const found = await lookUp(db, path('id'))
    if (!found) return problem({ kind: 'not-found', detail: `There is no case with the id ${path('id')}.` })
    if (found.status === 'merged') return movedTo('cases', found.into)
    if (found.status === 'withdrawn') {
      return problem({
        kind: 'withdrawn',
        detail: `The case ${found.id} has been withdrawn.`,
        reason: found.reason,
      })
    }
    const solutions = await solutionsOfCase(db, found.case.id)
    return { body: toCase(found.case, { solutions, lang, addresses }) }
  },
})

async function lookUp(db: ApiProgram['db'], text: string): Promise<CaseLookup | null> {
  const id = CaseId.safeParse(text)
  return id.success ? findCase(db, id.data) : null
}

function idOf(found: CaseLookup): CaseId {
  return found.status === 'found' ? found.case.id : found.id
}
