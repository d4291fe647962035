import { z } from 'zod'
import { messagesIn } from '#src/messages/index.ts'
import { REQUIREMENT_KINDS, RequirementId } from '#src/modules/catalogue/contract.ts'
import {
  findRequirements,
  type PublishedRequirement,
  requirementsByIds,
  textMatcher,
} from '#src/modules/catalogue/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import { endpoint, listReply } from './endpoint.ts'
import { pageOfList, paging } from './paging.ts'
import { oneOf } from './parameters.ts'
import { RequirementAnswer, RequirementsAnswer } from './requirement-answer.ts'
import { theme } from './search-parameters.ts'

const LONGEST = 300

export const listRequirements = endpoint({
  id: 'requirements',
  path: '/requirements',
  tag: 'Requirements',
  summary: 'How others have asked the market',
  description:
    'Functional requirements, questions for the market and award criteria of published cases, one by one. With `q` the best match first, else those of the newest cases.',
  query: {
    ...paging,
    q: z
      .string()
      .trim()
      .max(LONGEST, `may be at most ${LONGEST} characters`)
      .default('')
      .describe('Words in the texts themselves.'),
    kind: oneOf(REQUIREMENT_KINDS).optional().describe('Only this kind.'),
    theme: theme.optional().describe('Only of cases with this theme or one below it.'),
  },
  answer: RequirementsAnswer,
  reply: async ({ program: { db }, query, lang, addresses, here, problem }) => {
    const asked = { ...query, limit: Number.MAX_SAFE_INTEGER, offset: 0 }
    const found = await findRequirements({ db, matcher: textMatcher() }, asked, lang)
    const page = pageOfList(found.requirements, { ...query, idOf: ({ id }) => id, here })
    if (!page.ok) return problem(page.failure)
    const items = page.value.items.map((one) => toRequirement(one, { lang, addresses }))
    return listReply({ ...page.value, items })
  },
})

export const readRequirement = endpoint({
  id: 'requirement',
  path: '/requirements/{id}',
  tag: 'Requirements',
  summary: 'One requirement, question or criterion',
  description: 'As it stands in the published case.',
  pathParameters: {
    id: { description: 'Of the case and the words.', example: 'case-1001.0123456789ab' },
  },
  query: {},
  answer: RequirementAnswer,
  outcomes: { 404: 'No published case has these words any more.' },
  reply: async ({ program: { db }, path, lang, addresses, problem }) => {
    const id = RequirementId.safeParse(path('id'))
    const [found] = id.success ? await requirementsByIds(db, [id.data]) : []
    if (!found)
      return problem({ kind: 'not-found', detail: `There is no requirement with the id ${path('id')}.` })
    return { body: toRequirement(found, { lang, addresses }) }
  },
})

function toRequirement(
  one: PublishedRequirement,
  { lang, addresses }: { readonly lang: Language; readonly addresses: Addresses },
): z.infer<typeof RequirementAnswer> {
  return {
    id: one.id,
    url: addresses.page('case', one.case),
    self: addresses.api('requirements', one.id),
    kind: one.kind,
    kindLabel: messagesIn(lang).t(`knowledge.asked.kind.${one.kind}`),
    text: one.text,
    language: one.language,
    strength: one.strength,
    measuredBy: one.measuredBy,
    weight: one.weight,
    case: one.case,
    caseVersion: one.version,
    caseTitle: one.caseTitle,
    caseSelf: addresses.api('cases', one.case),
    year: one.year,
    who: [...one.who],
    themes: [...one.themes],
    takenFrom: one.takenFrom,
  }
}
