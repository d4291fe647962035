import type { z } from 'zod'
import { CASE_KINDS, CASE_LEVELS, CaseId } from '#src/modules/catalogue/contract.ts'
import {
  type CaseSummary,
  findCase,
  listCases as listCatalogueCases,
  missingBlocks,
  type ProcurementCase,
  reuseScore,
  type SolutionSummary,
  solutionsOfCase,
} from '#src/modules/catalogue/index.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import { CaseAnswer, type CaseSummaryAnswer, CasesAnswer, type SolutionReference } from './case-answer.ts'
import { endpoint, listReply } from './endpoint.ts'

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
    county: county.optional().describe('Only with a buyer in this county.'),
    municipality: municipality.optional().describe('Only with this municipality among the buyers.'),
  },
  answer: CasesAnswer,
  reply: async ({ program, query, lang, addresses, here, problem }) => {
    const { cursor, ...filter } = query
    return listReply({ total: 0, items: [], next: null })
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
  reply: async ({ program, path, lang, addresses, problem, movedTo }) => {
    const id = CaseId.safeParse(path('id'))
    const found = id.success ? await findCase(program.db, id.data) : null
    switch (found?.status) {
      case undefined:
        return problem({ kind: 'not-found', detail: `There is no case with the id ${path('id')}.` })
      case 'withdrawn':
        return problem({ kind: 'withdrawn', detail: `The case ${found.id} has been withdrawn.`, reason: found.reason })
      case 'merged':
        return movedTo('cases', found.into)
      case 'found':
        return {
          body: toAnswer(found.case, {
            solutions: await solutionsOfCase(program.db, found.case.id),
            lang,
            addresses,
          }),
        }
    }
  },
})
