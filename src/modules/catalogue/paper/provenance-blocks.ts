import type { Messages } from '#src/messages/index.ts'
import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import { cpvLabel, themeLabel } from '#src/modules/vocabulary/index.ts'
import { TIME_ZONE } from '#src/platform/clock.ts'
import { type Block, bullets, facts, heading, link, paragraph } from '#src/platform/papers/index.ts'
import type { CaseAsPaper, CaseState } from './case-paper.ts'

/** Which version of what this is, and how far the municipality stands behind it. */
export function identityBlocks({ found, messages, address }: CaseAsPaper): readonly Block[] {
  const { t, date, language } = messages
  const { identity, language: written } = found.content
  const cpv = (identity.cpv ?? []).map((code) => `${cpvLabel(code, language) ?? code} (${code})`)
  const version = { version: `${found.version}`, date: date(found.updatedAt) }
  return [
    facts([
      [t('papers.case.version'), t('papers.case.versionOf', version)],
      [t('papers.case.status'), status(found, messages)],
      [t('papers.case.themes'), identity.themes.map((id) => themeLabel(id, language)).join(', ')],
      [t('notice.cpv'), cpv.join(', ')],
      [t('case.funding'), identity.funding, written],
      [t('case.award'), identity.award, written],
      [t('case.statusToday'), identity.statusToday, written],
      [t('papers.case.address'), [link(address, address)]],
    ]),
  ]
}

function status({ confirmedAt, origin }: CaseState, { t, date }: Messages): string | null {
  if (confirmedAt) return t('case.confirmed', { date: date(confirmedAt) })
  return origin === 'starter' ? t('case.notConfirmed') : null
}

export function sourceBlocks({ provenance, language }: CaseContent, { t, date }: Messages): readonly Block[] {
  const { sources, note, confidence } = provenance
  return [
    heading(1, t('case.sources')),
    bullets(
      sources.map(({ title, url, seenOn }) => [
        url ? link(title, url) : title,
        seenOn ? ` (${t('case.seenOn', { date: date(seenOn) })})` : '',
        // On paper an address must be seen.
        url ? `\n${url}` : '',
      ]),
      { language },
    ),
    paragraph(t(`case.confidence.${confidence}`)),
    ...(note ? [facts([[t('case.note'), note, language]])] : []),
  ]
}

export function citationBlocks({ found, messages, address }: CaseAsPaper, who: string): readonly Block[] {
  const { t, date } = messages
  const citation = t('sharing.citation', {
    who,
    address,
    year: `${yearOf(found.updatedAt)}`,
    title: found.content.identity.title.replace(/\.$/, ''),
    id: found.id,
    version: `${found.version}`,
    date: date(found.updatedAt),
  })
  return [
    heading(1, t('papers.case.cite')),
    paragraph(citation),
    paragraph(t('papers.case.licence'), { look: 'quiet' }),
  ]
}

function yearOf(instant: Date): number {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(TIME_ZONE).year
}
