import { Section } from './facts.tsx'
import { useMessages } from './messages.ts'
import { To } from './to.tsx'

export type NeedDemandView = {
  readonly need: string
  readonly joined: { readonly id: string; readonly title: string; readonly members: readonly string[] } | null
  readonly asked: readonly { readonly id: string; readonly title: string }[]
  /** Whether the reader may begin one of this need. */
  readonly mayBegin: boolean
}

/** On the page of a need: what it is in together with others, what it is asked into, or how to begin. */
export function DemandSection({ demand: { need, joined, asked, mayBegin } }: { demand: NeedDemandView }) {
  const { t, list } = useMessages()
  if (!joined && asked.length === 0 && !mayBegin) return null
  return (
    <Section title={t('demand.ofNeed')} id="sammen">
      {joined && (
        <p>
          {t('demand.ofNeed.joined')}{' '}
          <To page="demand" params={{ id: joined.id }}>
            {joined.title}
          </To>{' '}
          <span className="quiet">({list(joined.members)})</span>
        </p>
      )}
      {asked.map(({ id, title }) => (
        <p className="box" data-color="kobber" key={id}>
          {t('demand.ofNeed.asked')}{' '}
          <To page="demand" params={{ id }}>
            {title}
          </To>
        </p>
      ))}
      {!joined && mayBegin && (
        <p className="no-print">
          <To page="demandNew" query={`behov=${need}`} className="ds-button">
            {t('demand.begin')}
          </To>
        </p>
      )}
    </Section>
  )
}
