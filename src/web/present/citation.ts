import type { Messages } from '#src/messages/index.ts'
import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import { TIME_ZONE } from '#src/platform/clock.ts'
import { address } from '#src/web/paths.ts'

type Cited = {
  readonly id: string
  readonly version: number
  readonly at: Date
  /** Who published that version; the leading party where nobody did. */
  readonly organisation: string | null
  readonly content: CaseContent
  readonly origin: string
}

/** How the version is named in a report: who, when, what, where, so that it is found in ten years too. */
export function citation(
  { id, version, at, organisation, content, origin }: Cited,
  messages: Messages,
): string {
  const { t, date, language } = messages
  const year = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(TIME_ZONE).year
  const { parties } = content.who
  const leader = parties.find(({ role }) => role === 'lead' || role === 'host') ?? parties[0]
  return t('sharing.citation', {
    who: organisation ?? leader?.name ?? 'Spydspiss',
    year: String(year),
    title: content.identity.title.replace(/\.$/, ''),
    version,
    id,
    date: date(at),
    address: `${origin}${address(language, 'caseVersion', { id, version: String(version) })}`,
  })
}
