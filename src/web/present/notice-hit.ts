import type { Messages } from '#src/messages/index.ts'
import type { NoticeSummary } from '#src/modules/notices/index.ts'
import type { SearchHit } from '#src/modules/search/contract.ts'
import { codeLabel, cpvLabel } from '#src/modules/vocabulary/index.ts'
import { address } from '#src/web/paths.ts'
import type { HitView, Tag } from '#src/web/ui/hit.tsx'

const NAMED_BUYERS = 2

/** A notice in a list; found by a search, it shows what matched. */
export function noticeHit(notice: NoticeSummary, messages: Messages, now: Date, found?: SearchHit): HitView {
  const { t, language } = messages
  return {
    href: address(language, 'notice', { id: notice.id }),
    kind: notice.formType ? codeLabel('form-type', notice.formType, language) : t('notice.kind'),
    facts: [
      buyersText(notice, messages),
      whenText(notice, messages, now),
      valueText(notice, messages),
    ].filter((fact) => fact !== null),
    title: found?.titleParts ?? [{ text: notice.title || t('notice.untitled'), match: false }],
    text: found?.snippet ?? [],
    language: notice.language,
    tags: tags(notice, messages),
    reason: found?.reason,
  }
}

function buyersText({ buyers }: NoticeSummary, { t }: Messages): string {
  const names = buyers.slice(0, NAMED_BUYERS).map(({ name, organisation }) => organisation?.name ?? name)
  const more = buyers.length - names.length
  if (names.length === 0) return t('notice.buyers.unknown')
  return [...names, ...(more > 0 ? [t('case.who.more', { count: more })] : [])].join(', ')
}

/** The deadline while there is one to meet, else the day it was published. */
function whenText({ deadline, publishedOn }: NoticeSummary, { t, date }: Messages, now: Date): string | null {
  if (deadline && new Date(deadline) > now) return t('search.deadline', { date: date(new Date(deadline)) })
  return publishedOn ? t('search.published', { date: date(publishedOn) }) : null
}

function valueText({ value }: NoticeSummary, { money }: Messages): string | null {
  return value ? money(value.amount, value.currency) : null
}

function tags(notice: NoticeSummary, { t, language }: Messages): readonly Tag[] {
  const { cpv, assessment, boughtFor } = notice
  const others = boughtFor.reduce((sum, { principals }) => sum + principals.length, 0)
  const declared: Tag[] = assessment === 'declared' ? [{ text: t('notice.declared'), color: 'lyng' }] : []
  const what: Tag[] = cpv[0] ? [{ text: cpvLabel(cpv[0], language), color: 'neutral' }] : []
  const forOthers: Tag[] =
    others > 0 ? [{ text: t('notice.hit.boughtFor', { count: others }), color: 'lyng' }] : []
  return [...declared, ...forOthers, ...what]
}
