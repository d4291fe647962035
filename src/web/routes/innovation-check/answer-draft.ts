import type { Messages } from '#src/messages/index.ts'
import { assessInnovation, assessText, problemText, type TextAssessment } from '#src/modules/notices/index.ts'
import { PUBLIC_READER, SearchQuery } from '#src/modules/search/contract.ts'
import type { WebProgram } from '#src/web/context.ts'
import { innovationView } from '#src/web/present/innovation-view.ts'
import { searchHits } from '#src/web/present/search-hits.ts'
import type { HitView } from '#src/web/ui/hit.tsx'
import type { ConditionView } from '#src/web/ui/innovation-conditions.tsx'
import { type Draft, type DraftFailure, LARGEST_FILE_MB, LONGEST_TEXT, SHORTEST_TEXT } from './read-draft.ts'

export type DraftAnswer = {
  /** The title of an uploaded notice. */
  readonly title: string | null
  readonly met: number
  readonly textRead: boolean
  readonly conditions: readonly ConditionView[]
  readonly others: readonly HitView[]
}

const LIKE_IT = 5
const ASKED_WITH = 1500

/** What the rules say of a draft, and what others have done. Reads only. */
export async function answerDraft(
  { db, search, now }: Pick<WebProgram, 'db' | 'search' | 'now'>,
  draft: Draft,
  messages: Messages,
): Promise<DraftAnswer> {
  const assessed = assess(draft)
  const found = await search.search(
    SearchQuery.parse({
      q: essence(draft).slice(0, ASKED_WITH),
      type: ['case', 'notice'],
      limit: LIKE_IT,
      lang: messages.language,
    }),
    PUBLIC_READER,
  )
  return {
    title: draft.kind === 'notice' ? draft.notice.title : null,
    met: Object.values(assessed.conditions).filter(({ met }) => met).length,
    textRead: assessed.textRead,
    conditions: innovationView(assessed, messages),
    others: await searchHits(db, found.hits, { messages, now: now() }),
  }
}

function assess(draft: Draft): Pick<TextAssessment, 'conditions' | 'signals' | 'textRead'> {
  if (draft.kind === 'notice') return assessInnovation(draft.notice)
  return assessText([{ text: draft.text, language: null, lot: null, path: 'text' }])
}

function essence(draft: Draft): string {
  return draft.kind === 'notice' ? `${draft.notice.title} ${draft.notice.description}` : draft.text
}

/** What is wrong, in words that say what to do. */
export function failureText(failure: DraftFailure, { t, number, language }: Messages): string {
  switch (failure.kind) {
    case 'short':
      return t('innovation.check.error.short', { min: SHORTEST_TEXT })
    case 'long':
      return t('innovation.check.error.long', { max: number(LONGEST_TEXT) })
    case 'large':
      return t('innovation.check.error.large', { max: LARGEST_FILE_MB })
    case 'notice':
      return t('innovation.check.error.notice', {
        reason: failure.problems.map((problem) => problemText(problem, language)).join(' '),
      })
    case 'empty':
    case 'notText':
      return t(`innovation.check.error.${failure.kind}`)
  }
}
