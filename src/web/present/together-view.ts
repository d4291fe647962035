import type { Messages } from '#src/messages/index.ts'
import type { Together } from '#src/modules/needs/index.ts'
import { matterAddress } from '#src/web/market-address.ts'
import type { Names } from './group-view.ts'

/** Those of a group that are in a joint demand already. */
export type TogetherView = {
  readonly needs: readonly string[]
  readonly names: readonly string[]
  readonly title: string
  readonly language: string
  readonly href: string
  /** Whether others may still join it. */
  readonly isGathering: boolean
}

export function togetherViews(
  together: readonly Together[],
  { needOf }: Pick<Names, 'needOf'>,
  { language }: Messages,
): readonly TogetherView[] {
  return together.map(({ demand, members }) => ({
    needs: members,
    names: members.flatMap((id) => needOf(id)?.name ?? []),
    title: demand.title,
    language: demand.statement.language,
    href: matterAddress(language, { kind: 'demand', id: demand.id }),
    isGathering: demand.status === 'gathering',
  }))
}
