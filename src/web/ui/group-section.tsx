import type { NeedGroupView } from '#src/web/present/need-group-view.ts'
import { Section } from './facts.tsx'
import { useMessages } from './messages.ts'
import { To } from './to.tsx'

/** On the page of a need: who should buy it together, in one sentence; or where to see why there is nobody. */
export function GroupSection({ group: { need, group, isTogether } }: { group: NeedGroupView }) {
  const { t, list } = useMessages()
  return (
    <Section title={t('matching.ofNeed')} id="gruppe">
      <p>
        {group
          ? t('matching.group.sentence', { count: group.names.length, names: list(group.names) })
          : t(isTogether ? 'matching.alone.together' : 'matching.alone')}{' '}
        {group?.lead && t('matching.group.leads', { name: group.lead })}
      </p>
      <p>
        <To page="needGroups" params={{ id: need }}>
          {t(group ? 'matching.ofNeed.open' : 'matching.ofNeed.nearest')}
        </To>
      </p>
    </Section>
  )
}
