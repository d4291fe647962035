import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { type GroupWithNeeds, monthsText } from '#src/modules/needs/index.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { namesOf } from './group-view.ts'
import { type TogetherView, togetherViews } from './together-view.ts'

export type GroupLine = {
  /** The need whose page shows the group: that of the lead. */
  readonly id: string
  readonly title: string
  readonly language: string
  readonly names: readonly string[]
  readonly lead: string | null
  readonly inhabitants: number
  readonly months: string | null
  readonly together: readonly TogetherView[]
}

const PER_PAGE = 50

/** Groups by theme, a page of them; a page there is none of is the nearest there is. */
export function pageOfGroups(
  groups: readonly GroupWithNeeds[],
  asked: string | null,
  { language }: Messages,
): { readonly page: number; readonly pages: number; readonly shown: readonly GroupWithNeeds[] } {
  const pages = Math.max(1, Math.ceil(groups.length / PER_PAGE))
  const wanted = Number(asked ?? '1')
  const page = Math.min(pages, Math.max(1, Number.isInteger(wanted) ? wanted : 1))
  const sorted = groups.toSorted((a, b) =>
    themeName(a, language).localeCompare(themeName(b, language), language),
  )
  return { page, pages, shown: sorted.slice((page - 1) * PER_PAGE, page * PER_PAGE) }
}

type Asked = { readonly reader: Actor | null; readonly messages: Messages }

export async function groupLines(
  db: Database,
  groups: readonly GroupWithNeeds[],
  asked: Asked,
): Promise<readonly { readonly theme: string; readonly groups: readonly GroupLine[] }[]> {
  const { messages } = asked
  const names = await namesOf(
    db,
    groups.flatMap(({ needs }) => needs),
    asked,
  )
  const byTheme = Map.groupBy(groups, (group) => themeName(group, messages.language))
  return [...byTheme].map(([theme, those]) => ({
    theme: theme || messages.t('matching.all.otherTheme'),
    groups: those.flatMap(({ members, lead, window, together }): GroupLine[] => {
      const named = members.flatMap((id) => names.needOf(id) ?? [])
      const first = named[0]
      if (!first) return []
      return [
        {
          ...{ id: first.id, title: first.title, language: first.language },
          names: named.map(({ name }) => name),
          lead: lead && (names.needOf(lead)?.name ?? null),
          inhabitants: named.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0),
          months: window && monthsText(window, messages),
          together: togetherViews(together, names, messages),
        },
      ]
    }),
  }))
}

/** The theme most of them have told; nothing where none has. */
function themeName({ needs }: GroupWithNeeds, language: Messages['language']): string {
  const counts = [
    ...Map.groupBy(
      needs.flatMap(({ content }) => content.themes),
      (id) => id,
    ),
  ]
  const [most] = counts.toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  return most ? themeLabel(most[0], language) : ''
}
