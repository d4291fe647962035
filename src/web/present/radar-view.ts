import type { Messages } from '#src/messages/index.ts'
import {
  type CircleReason,
  othersWanting,
  type Radar,
  type RadarGroup,
  type RadarItem,
  type RadarParty,
} from '#src/modules/needs/index.ts'
import { population } from '#src/modules/organisations/index.ts'
import { address } from '#src/web/paths.ts'
import { type AskedRadar, radarAddress } from './radar-address.ts'
import { interestAddress, itemAddress } from './radar-links.ts'
import { certainties, groupSentence, themeName, whatLabel } from './radar-words.ts'

export type RadarRow = {
  readonly key: string
  readonly kind: RadarItem['kind']
  readonly title: string
  readonly language: string
  readonly href: string
  readonly on: string | null
  readonly who: readonly string[]
  /** Whom it is bought for without the notice naming them. */
  readonly unnamed: readonly string[]
  readonly beside: number
  readonly certainties: readonly string[]
  readonly suppliers: readonly string[]
  /** Where a need can be made of it; null for what the own municipality needs already. */
  readonly interest: string | null
  /** It is the own municipality's. */
  readonly isOwn: boolean
  readonly wanted: number
}

export type RadarGroupView = {
  readonly key: string
  readonly title: string
  readonly theme: string
  readonly sentence: string
  readonly rows: readonly RadarRow[]
  /** How many more there are, and where all of them stand; null where these are all. */
  readonly rest: { readonly count: number; readonly href: string } | null
}

const ROWS_IN_GROUP = 24
const ROWS_ALONE = 1000

/** Groups as they are read; those of the page that is shown, since a whole country has many. */
export function groupViews(
  radar: Radar,
  { groups, asked }: { readonly groups: readonly RadarGroup[]; readonly asked: AskedRadar },
  messages: Messages,
): readonly RadarGroupView[] {
  const most = asked.what === null ? ROWS_IN_GROUP : ROWS_ALONE
  return groups.map((group) => ({
    key: group.key,
    title: whatLabel(group.what, messages),
    theme: themeName(group.theme, messages),
    sentence: groupSentence({ group, circle: radar.circle }, messages),
    rows: group.items.slice(0, most).map((item) => rowOf(radar, { group, item }, messages)),
    rest:
      group.items.length > most && asked.what === null
        ? {
            count: group.items.length,
            href: radarAddress(messages.language, { ...asked, page: 1, what: group.key }),
          }
        : null,
  }))
}

function rowOf(
  radar: Radar,
  { group, item }: { group: RadarGroup; item: RadarItem },
  messages: Messages,
): RadarRow {
  const { language } = messages
  const { key, kind, title, on, who, suppliers } = item
  const isOwn = who.some((one) => one.key === radar.circle.own?.kommunenummer)
  const names = (parties: readonly RadarParty[]) => parties.map(({ name }) => name)
  return {
    key,
    kind,
    title,
    language: item.language,
    href: itemAddress(item, language),
    on,
    who: names(who.filter(({ isUnnamed }) => !isUnnamed)),
    unnamed: names(who.filter(({ isUnnamed }) => isUnnamed)),
    beside: item.beside.length,
    certainties: certainties(item, messages),
    suppliers,
    interest: isOwn && kind === 'need' ? null : interestAddress(item, language),
    isOwn,
    wanted: othersWanting(radar, group, item),
  }
}

export type MemberView = { readonly name: string; readonly href: string; readonly note: string | null }

/** Who is in the circle, and why. */
export function memberViews({ circle }: Radar, messages: Messages): readonly MemberView[] {
  return circle.members.map(({ municipality, because }) => ({
    name: municipality.name,
    href: address(messages.language, 'municipality', { number: municipality.kommunenummer }),
    note: reasonText(because, { inhabitants: population(municipality), messages }),
  }))
}

function reasonText(
  because: CircleReason,
  { inhabitants, messages }: { readonly inhabitants: number; readonly messages: Messages },
): string | null {
  const { t, number, list } = messages
  switch (because.kind) {
    case 'own':
      return t('radar.member.own')
    case 'near':
      return t('place.neighbours.km', { count: number(Math.round(because.kilometres)) })
    case 'like':
      return [
        t('place.like.population', { count: number(inhabitants) }),
        ...because.reasons
          .filter(({ kind }) => kind !== 'population')
          .map(({ kind }) => t(`place.like.${kind}`)),
      ].join(', ')
    case 'cooperation':
      return list(because.bodies)
    case 'county':
      return null
  }
}
