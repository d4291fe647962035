import type { Messages } from '#src/messages/index.ts'
import { reasonLabel } from '#src/modules/catalogue/index.ts'
import type { SearchHit } from '#src/modules/search/contract.ts'
import type { SeenStop } from '#src/modules/stops/index.ts'
import type { HitView } from '#src/web/ui/hit.tsx'
import { type NameOf, ofStop, storyHit } from './story-view.ts'

const MOST_REASONS = 3

/** A story in a list of what was found, with what matched. */
export function stopHit(
  stop: SeenStop,
  found: SearchHit,
  { nameOf, messages }: { readonly nameOf: NameOf; readonly messages: Messages },
): HitView {
  const reasons = stop.reasons.toSorted((one, other) =>
    reasonLabel(one, messages.language).localeCompare(reasonLabel(other, messages.language)),
  )
  const shown = { ...stop, reasons: reasons.slice(0, MOST_REASONS) }
  return {
    ...storyHit(ofStop(shown, nameOf, messages), messages),
    kind: messages.t('knowledge.stops.title'),
    title: found.titleParts,
    text: found.snippet,
    reason: found.reason,
  }
}
