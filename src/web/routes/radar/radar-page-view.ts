import type { Messages } from '#src/messages/index.ts'
import { RADAR_KINDS, type RadarKind } from '#src/modules/needs/contract.ts'
import type { Radar } from '#src/modules/needs/index.ts'
import { compareNames } from '#src/platform/compare-names.ts'
import { type AskedRadar, radarAddress } from '#src/web/present/radar-address.ts'
import { monthName, themeName, whatLabel } from '#src/web/present/radar-words.ts'
import { layOutWheels, type Wheel } from './wheel-layout.ts'

const GROUPS_A_PAGE = 15

/** The groups of the page that is asked for; of the last where there are not so many. One alone where that is asked for. */
export function groupsOfPage({ groups }: Radar, { page, what }: Pick<AskedRadar, 'page' | 'what'>) {
  const chosen = what === null ? groups : groups.filter(({ key }) => key === what)
  const pages = Math.max(1, Math.ceil(chosen.length / GROUPS_A_PAGE))
  const shown = Math.min(page, pages)
  return { page: shown, pages, groups: chosen.slice((shown - 1) * GROUPS_A_PAGE, shown * GROUPS_A_PAGE) }
}

export type RadarCounts = { readonly kinds: Readonly<Record<RadarKind, number>>; readonly shared: number }

export function countsOf({ groups }: Radar): RadarCounts {
  const items = groups.flatMap((group) => group.items)
  const count = (kind: RadarKind) => items.filter((item) => item.kind === kind).length
  return {
    kinds: Object.fromEntries(RADAR_KINDS.map((kind) => [kind, count(kind)])) as Record<RadarKind, number>,
    shared: groups.filter(({ others, isOwn, key }) => key !== 'unknown' && others.length + Number(isOwn) > 1)
      .length,
  }
}

/** Another list, from its beginning. */
const ANEW = { view: 'list', page: 1, what: null } as const

export type RingView = { readonly number: number; readonly name: string; readonly theme: string | null }
export type WheelView = Omit<Wheel, 'marks' | 'months'> & {
  readonly id: string
  readonly title: string
  readonly months: readonly {
    readonly name: string
    readonly short: string
    readonly x: number
    readonly y: number
  }[]
  readonly marks: readonly (Wheel['marks'][number] & { readonly text: string; readonly href: string })[]
  readonly rows: readonly {
    readonly name: string
    readonly href: string
    readonly counts: readonly number[]
    readonly sum: number
  }[]
}

export type WheelsView = {
  readonly rings: readonly RingView[]
  readonly wheels: readonly WheelView[]
  readonly unsaid: number
}

export function wheelsView(radar: Radar, asked: AskedRadar, messages: Messages): WheelsView {
  const { rings, wheels, unsaid } = layOutWheels(radar)
  const names = rings.map((theme) =>
    theme === null ? messages.t('radar.wheel.others') : themeName(theme, messages),
  )
  const listOf = (month: string, theme: string | null) =>
    radarAddress(messages.language, {
      ...asked,
      view: 'list',
      page: 1,
      from: month,
      months: 12,
      theme: theme ?? asked.theme,
    })
  return {
    rings: rings.map((theme, place) => ({ number: place + 1, name: names[place] ?? '', theme })),
    unsaid,
    wheels: wheels.map((wheel) => {
      const [first, last] = [wheel.months[0], wheel.months.at(-1)]
      return {
        ...wheel,
        id: `hjul-${first?.month}`,
        title: messages.t('radar.wheel.title', {
          from: monthName(first?.month ?? '', messages),
          until: monthName(last?.month ?? '', messages),
        }),
        months: wheel.months.map(({ month, x, y }) => ({
          x,
          y,
          name: monthName(month, messages),
          short: monthName(month, messages).slice(0, 3),
        })),
        marks: wheel.marks.map((mark) => ({
          ...mark,
          href: listOf(mark.month, rings[mark.ring] ?? null),
          text: messages.t('radar.wheel.mark', {
            month: monthName(mark.month, messages),
            theme: names[mark.ring] ?? '',
            count: mark.count,
          }),
        })),
        rows: wheel.months.map(({ month }) => {
          const own = wheel.marks.filter((mark) => mark.month === month)
          const counts = rings.map((_, ring) => own.find((mark) => mark.ring === ring)?.count ?? 0)
          return {
            name: monthName(month, messages),
            href: listOf(month, null),
            counts,
            sum: counts.reduce((all, one) => all + one, 0),
          }
        }),
      }
    }),
  }
}

export type ThemeView = {
  readonly theme: string | null
  readonly name: string
  readonly href: string | null
  readonly count: number
  readonly groups: readonly {
    readonly key: string
    readonly title: string
    readonly who: readonly string[]
    readonly more: number
    readonly first: string | null
  }[]
}

const NAMES_SHOWN = 8
const GROUPS_A_THEME = 8

/** The same groups under their themes, the theme with most to buy first. */
export function themeViews(radar: Radar, asked: AskedRadar, messages: Messages): readonly ThemeView[] {
  const own = radar.circle.own?.name
  return [...Map.groupBy(radar.groups, ({ theme }) => theme)]
    .map(([theme, groups]) => ({
      theme,
      name: themeName(theme, messages),
      href: theme === null ? null : radarAddress(messages.language, { ...asked, ...ANEW, theme }),
      count: groups.reduce((all, { items }) => all + items.length, 0),
      groups: groups.slice(0, GROUPS_A_THEME).map(({ key, what, others, isOwn, items }) => {
        const who = [...(isOwn && own ? [own] : []), ...others.map(({ name }) => name)]
        return {
          key,
          title: whatLabel(what, messages),
          who: who.slice(0, NAMES_SHOWN),
          more: Math.max(0, who.length - NAMES_SHOWN),
          first: items[0]?.on ?? null,
        }
      }),
    }))
    .toSorted((one, other) => other.count - one.count || compareNames(one.name, other.name))
}
