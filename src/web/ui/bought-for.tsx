import { Section } from './facts.tsx'
import { HitList, type HitView } from './hit.tsx'
import { useMessages } from './messages.ts'

type Props = {
  readonly hits: readonly HitView[]
  readonly total: number
  /** What it rests on, in a sentence. */
  readonly lead: string
  /** The same in the search. */
  readonly all: string
}

/** Notices by joint bodies that bought for a place without naming it. */
export function BoughtFor({ hits, total, lead, all }: Props) {
  const { t, number } = useMessages()
  if (hits.length === 0) return null
  return (
    <Section title={t('place.boughtFor')} id="gjennom-samarbeid">
      <p>{lead}</p>
      <HitList hits={hits} />
      {total > hits.length && (
        <p>
          <a href={all}>{t('place.notices.all', { count: number(total) })}</a>
        </p>
      )}
    </Section>
  )
}
