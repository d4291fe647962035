import type { Messages } from '#src/messages/index.ts'
import { type CaseSummary, whoLine } from '#src/modules/catalogue/index.ts'
import type { SearchHit } from '#src/modules/search/contract.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import { address } from '#src/web/paths.ts'
import type { HitView, Tag } from '#src/web/ui/hit.tsx'
import { yearsText } from './years.ts'

type WhoAndWhen = Pick<CaseSummary, 'parties' | 'fromYear' | 'toYear'>

/** Who stands behind a case and when, as short pieces of text. */
export function caseFacts(
  { parties, fromYear, toYear }: WhoAndWhen,
  messages: Messages,
  limit = 3,
): readonly string[] {
  return [whoText(parties, messages, limit), yearsText(fromYear, toYear, messages)].filter(
    (fact) => fact !== null,
  )
}

function whoText(parties: CaseSummary['parties'], { t }: Messages, limit: number): string | null {
  const { items, more } = whoLine(parties, limit)
  if (items.length === 0) return null
  const names = items.map(({ name, role }) => (role ? `${name} (${t(`case.as.${role}`)})` : name))
  return [...names, ...(more > 0 ? [t('case.who.more', { count: more })] : [])].join(', ')
}

/** A case in a list; found by a search, it shows what matched. */
export function caseHit(summary: CaseSummary, messages: Messages, found?: SearchHit): HitView {
  const { t, language } = messages
  return {
    href: address(language, 'case', { id: summary.id }),
    kind: t(summary.level === 'experience' ? 'case.level.experience' : `case.kind.${summary.kind}`),
    facts: caseFacts(summary, messages),
    title: found?.titleParts ?? [{ text: summary.title, match: false }],
    text: found?.snippet ?? (summary.need ? [{ text: summary.need, match: false }] : []),
    language: summary.language,
    tags: caseTags(summary, messages),
    reason: found?.reason,
  }
}

function caseTags(summary: CaseSummary, { t, language }: Messages): readonly Tag[] {
  const themes = summary.themes
    .slice(0, 2)
    .map((id): Tag => ({ text: themeLabel(id, language), color: 'mose' }))
  const together: Tag[] = summary.joint ? [{ text: t('case.together'), color: 'lyng' }] : []
  const thin: Tag[] = summary.level === 'mention' ? [{ text: t('case.mention'), color: 'neutral' }] : []
  return [...themes, ...together, ...thin]
}
