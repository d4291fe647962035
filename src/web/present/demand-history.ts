import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { STATEMENT_SECTIONS } from '#src/modules/needs/contract.ts'
import {
  type DemandNeed,
  type DemandVersion,
  demandVersions,
  type JointDemand,
  seenOfDemand,
} from '#src/modules/needs/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { wordByWord } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { DifferenceView } from '#src/web/ui/difference.tsx'

export type DemandHistoryView = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly events: readonly {
    readonly key: string
    readonly name: string
    readonly text: string
    readonly reason: string | null
  }[]
  /** The newest first; nothing for the first one, which has nothing before it. */
  readonly versions: readonly {
    readonly version: number
    readonly title: string
    readonly differences: readonly DifferenceView[]
  }[]
}

/** Who was asked, came and left, and what each version of the statement changed. */
export async function demandHistoryView(
  db: Database,
  demand: JointDemand,
  { reader, messages }: { readonly reader: Actor | null; readonly messages: Messages },
): Promise<DemandHistoryView> {
  const names = await organisationsByIds(
    db,
    demand.needs.map(({ organisation }) => organisation),
  )
  const kept = await demandVersions(db, demand.id)
  return {
    id: demand.id,
    title: demand.title,
    language: demand.statement.language,
    events: seenOfDemand(reader, demand).map((one) => ({
      key: String(one.position),
      name: names.get(one.organisation)?.name ?? '–',
      text: standing(one, messages),
      reason: one.reason,
    })),
    versions: kept.flatMap((after, place) => changed(kept[place - 1], after, messages)).toReversed(),
  }
}

function standing({ status, askedAt, decidedAt }: DemandNeed, { t, date }: Messages): string {
  const on = date(decidedAt ?? askedAt)
  return t(`demand.stands.${status}`, { on, asked: date(askedAt) })
}

function changed(
  before: DemandVersion | undefined,
  after: DemandVersion,
  { t, date }: Messages,
): DemandHistoryView['versions'] {
  if (!before) return []
  const texts = [
    { label: t('demand.field.title'), was: before.title, is: after.title },
    ...STATEMENT_SECTIONS.map((section) => ({
      label: t(`demand.section.${section}`),
      was: before.statement[section],
      is: after.statement[section],
    })),
  ].filter(({ was, is }) => was !== is)
  const title = t('demand.history.version', { version: after.version, on: date(after.savedAt) })
  const fields = texts.map(({ label, was, is }) => ({ label, parts: wordByWord(was, is) }))
  return [{ version: after.version, title, differences: [{ title: t('demand.history.changed'), fields }] }]
}
