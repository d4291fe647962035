import type { Messages } from '#src/messages/index.ts'
import type { StopReason } from '#src/modules/catalogue/contract.ts'
import { reasonLabel, type StoppedCase } from '#src/modules/catalogue/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { SeenStop, Told } from '#src/modules/stops/index.ts'
import { address } from '#src/web/paths.ts'
import type { HitView } from '#src/web/ui/hit.tsx'

/** A story of what stopped somebody, told by itself or as a whole case. */
export type Story = Told & {
  readonly href: string
  readonly kind: 'story' | 'case'
  readonly who: readonly string[]
  readonly year: number | null
}

export type NameOf = (organisation: OrganisationId) => string | null

export function ofStop(stop: SeenStop, nameOf: NameOf, { t, language }: Messages): Story {
  const name = stop.organisation && nameOf(stop.organisation)
  return {
    ...stop,
    href: address(language, 'stop', { id: stop.id }),
    kind: 'story',
    who: [name ?? t('knowledge.stops.unnamed')],
  }
}

export function ofCase({ stopped, ...found }: StoppedCase, { language }: Messages): Story {
  return {
    ...found,
    href: address(language, 'case', { id: found.id }),
    kind: 'case',
    reasons: stopped.reasons,
    happened: stopped.text ?? '',
    wouldHaveHelped: stopped.wouldHaveHelped ?? '',
  }
}

export function storyHit(story: Story, { t, language }: Messages): HitView {
  return {
    href: story.href,
    kind: t(`knowledge.stops.${story.kind}`),
    facts: [...story.who, ...(story.year === null ? [] : [String(story.year)])],
    title: [{ text: story.title, match: false }],
    text: [{ text: shortened(story.happened), match: false }],
    language: story.language,
    tags: story.reasons.map((reason: StopReason) => ({
      text: reasonLabel(reason, language),
      color: 'neutral',
      href: `${address(language, 'stops')}?reason=${reason}`,
    })),
  }
}

const LONGEST = 260

function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST))} …`
}
