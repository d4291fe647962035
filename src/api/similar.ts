import type { z } from 'zod'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase } from '#src/modules/catalogue/index.ts'
import { type Actor, readerOf } from '#src/modules/identity/index.ts'
import { NoticeId } from '#src/modules/notices/contract.ts'
import { findNotice } from '#src/modules/notices/index.ts'
import { SEARCH_TYPES, type SimilarHit } from '#src/modules/search/contract.ts'
import { conceptLabel, cpvLabel } from '#src/modules/vocabulary/index.ts'
import { endpoint, type Question } from './endpoint.ts'
import { oneOf, repeated, wholeNumber } from './parameters.ts'
import { presentHits } from './present-hits.ts'
import { SimilarAnswer } from './similar-answer.ts'

const query = {
  type: repeated(oneOf(SEARCH_TYPES)).describe('What to look for; everything where nothing is said.'),
  limit: wholeNumber({ from: 1, to: 20 }).default(5).describe('How many at most.'),
}
const WHAT =
  'Those that are about the same thing, by themes, names of things and CPV codes, each with what they have in common.'

export const similarToCase = endpoint({
  id: 'similarToCase',
  path: '/cases/{id}/similar',
  tag: 'Cases',
  summary: 'Cases and notices like a case',
  description: `${WHAT} Cases that are only mentions are left out.`,
  pathParameters: { id: { description: 'The id of the case.', example: 'case-016' } },
  query,
  answer: SimilarAnswer,
  outcomes: {
    301: 'It has been merged into another; `Location` is that one.',
    404: 'There has never been a case with this id.',
    410: 'It has been withdrawn; `reason` says why.',
  },
  reply: async (question) => {
    const { program, path, problem, movedTo } = question
    const id = CaseId.safeParse(path('id'))
    const found = id.success ? await findCase(program.db, id.data) : null
    if (!found) return problem({ kind: 'not-found', detail: `There is no case with the id ${path('id')}.` })
    switch (found.status) {
      case 'merged':
        return movedTo('cases', found.into, 'similar')
      case 'withdrawn': {
        const detail = `The case ${found.id} has been withdrawn.`
        return problem({ kind: 'withdrawn', detail, reason: found.reason })
      }
      case 'found':
        return { body: await findAlike(found.case.id, question) }
    }
  },
})

export const similarToNotice = endpoint({
  id: 'similarToNotice',
  path: '/notices/{id}/similar',
  tag: 'Notices',
  summary: 'Cases and notices like a notice',
  description: `${WHAT} With \`type=case\`: what others have bought.`,
  pathParameters: { id: { description: 'The id of the notice, with its version.' } },
  query,
  answer: SimilarAnswer,
  outcomes: {
    302: 'The id was given without a version; `Location` is the newest one.',
    404: 'There is no notice with this id.',
  },
  reply: async (question) => {
    const { program, path, problem, seeOther } = question
    const id = NoticeId.safeParse(path('id'))
    const found = id.success ? await findNotice(program.db, id.data) : null
    if (!found) return problem({ kind: 'not-found', detail: `There is no notice with the id ${path('id')}.` })
    if (found.id !== path('id')) return seeOther('notices', found.id, 'similar')
    return { body: await findAlike(found.id, question) }
  },
})

type Asked = Pick<
  Question<{ type: readonly (typeof SEARCH_TYPES)[number][]; limit: number }>,
  'program' | 'query' | 'lang' | 'addresses'
> & { readonly actor: Actor | null }

async function findAlike(
  id: string,
  { program, actor, query: { type, limit }, lang, addresses }: Asked,
): Promise<z.infer<typeof SimilarAnswer>> {
  const types = type.length === 0 ? SEARCH_TYPES : type
  const reader = readerOf(actor)
  const found = await program.search.similar(id, { limit, types, reader, onlyExplained: true })
  const shown = await presentHits(found, { program, addresses, actor })
  const likeness = new Map(found.map(({ id, alike }) => [id, toLikeness(alike, { lang, addresses })]))
  return {
    items: shown.flatMap((hit) => {
      const alike = likeness.get(hit.id)
      return alike ? [{ ...hit, alike }] : []
    }),
  }
}

function toLikeness(
  { concepts, codes, words }: SimilarHit['alike'],
  { lang, addresses }: Pick<Asked, 'lang' | 'addresses'>,
) {
  return {
    themes: concepts.map((id) => ({ id, label: conceptLabel(id, lang), url: addresses.page('theme', id) })),
    cpv: codes.map((code) => ({ code, label: cpvLabel(code, lang) })),
    words: [...words],
  }
}
