import type { z } from 'zod'
import { isMessageKey, messagesIn } from '#src/messages/index.ts'
import {
  type CaseSummary,
  missingBlocks,
  nextForReuse,
  type ProcurementCase,
  reuseAnswer,
  reuseScore,
  type SolutionSummary,
} from '#src/modules/catalogue/index.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import type { CaseAnswer, CaseSummaryAnswer, SolutionReference } from './case-answer.ts'
import { toReference } from './organisations.ts'

type Words = { readonly lang: Language; readonly addresses: Addresses }

export function toCaseSummary(one: CaseSummary, words: Words): z.infer<typeof CaseSummaryAnswer> {
  return {
    ...toFacts(one, words),
    need: one.need,
    parties: one.parties.map(({ name, role, count }) => ({ name, role, count: count ?? null })),
  }
}

export function toCase(
  one: ProcurementCase,
  { solutions, ...words }: Words & { readonly solutions: readonly SolutionSummary[] },
): z.infer<typeof CaseAnswer> {
  const { content } = one
  const reuse = reuseScore(content)
  const { score, of, points } = reuse
  const years = { fromYear: content.identity.fromYear ?? null, toYear: content.identity.toYear ?? null }
  return {
    ...toFacts(
      { ...one, ...content.identity, ...years, language: content.language, joint: content.who.joint },
      words,
    ),
    version: one.version,
    parties: one.parties.map(({ name, role, count, organisation }) => ({
      name,
      role,
      count,
      organisation: organisation && toReference(organisation),
    })),
    suppliers: one.suppliers.map(({ name, role, organisation }) => ({
      name,
      role,
      organisation: organisation && toReference(organisation),
    })),
    content,
    reuse: {
      score,
      of,
      points: [...points],
      answer: reuseAnswer(reuse),
      next: nextForReuse(reuse)?.criterion ?? null,
    },
    missing: [...missingBlocks(content)],
    solutions: solutions.map((solution) => toSolution(solution, words)),
  }
}

type Facts = Pick<
  CaseSummary,
  | 'id'
  | 'title'
  | 'language'
  | 'kind'
  | 'level'
  | 'fromYear'
  | 'toYear'
  | 'themes'
  | 'joint'
  | 'confirmedAt'
  | 'updatedAt'
>

function toFacts(one: Facts, { lang, addresses }: Words) {
  const key = `case.kind.${one.kind}`
  return {
    id: one.id,
    self: addresses.api('cases', one.id),
    url: addresses.page('case', one.id),
    title: one.title,
    language: one.language,
    kind: one.kind,
    kindLabel: isMessageKey(key) ? messagesIn(lang).t(key) : one.kind,
    level: one.level,
    fromYear: one.fromYear,
    toYear: one.toYear,
    themes: one.themes.map((id) => ({ id, label: themeLabel(id, lang) })),
    joint: one.joint,
    confirmed: one.confirmedAt !== null,
    confirmedAt: one.confirmedAt?.toISOString() ?? null,
    updatedAt: one.updatedAt.toISOString(),
  }
}

function toSolution(one: SolutionSummary, { addresses }: Words): z.infer<typeof SolutionReference> {
  const { id, name, description, language, status, suppliers } = one
  return {
    id,
    name,
    description,
    language,
    status,
    suppliers: [...suppliers],
    url: addresses.page('solution', id),
  }
}
