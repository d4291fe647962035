import type { Messages } from '#src/messages/index.ts'
import type { Radar } from '#src/modules/needs/index.ts'
import { atomFeed } from './atom-feed.ts'
import { type AskedRadar, radarAddress, radarFileAddress } from './radar-address.ts'
import { itemAddress, itemsIn } from './radar-links.ts'
import { itemLines, radarName } from './radar-words.ts'

const MOST_ENTRIES = 100

type Told = { readonly radar: Radar; readonly asked: AskedRadar; readonly messages: Messages }

/** The radar as a feed: what changed last comes first, and each keeps its id whatever is asked for. */
export function radarFeed({ radar, asked, messages }: Told, origin: string): string {
  const { language } = messages
  const newest = [...itemsIn(radar.groups)]
    .toSorted(
      (one, other) =>
        other.item.changedAt.getTime() - one.item.changedAt.getTime() ||
        one.item.key.localeCompare(other.item.key),
    )
    .slice(0, MOST_ENTRIES)
  const self = origin + radarFileAddress(language, 'radarFeed', asked)
  const updated = newest[0]?.item.changedAt ?? new Date(`${radar.period.from}T00:00:00Z`)
  return atomFeed({
    self,
    page: origin + radarAddress(language, { ...asked, from: null }),
    title: radarName(radar, messages),
    language,
    updated,
    entries: newest.map(({ item, group }) => ({
      id: `${origin}/radar#${encodeURIComponent(item.key)}`,
      title: `${item.title} (${messages.t(`radar.kind.${item.kind}`)})`,
      updated: item.changedAt,
      href: origin + itemAddress(item, language),
      text: itemLines({ item, group }, messages).join('\n'),
    })),
  })
}
