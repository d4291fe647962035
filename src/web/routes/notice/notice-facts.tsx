import type { Money } from '#src/modules/notices/index.ts'
import { FactList, Unknown } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { BoughtFor } from './bought-for.tsx'
import type { BuyerView, NoticeView } from './notice-view.ts'

/** The notice at a glance; what a reader expects and the notice does not say is said to be unknown. */
export function NoticeFacts({ view }: { view: NoticeView }) {
  const { t, date, dateTime, list } = useMessages()
  return (
    <FactList
      facts={[
        {
          name: t('notice.buyers', { count: Math.max(1, view.buyers.length) }),
          value: <Buyers buyers={view.buyers} />,
        },
        view.boughtFor.length > 0
          ? { name: t('notice.boughtFor'), value: <BoughtFor through={view.boughtFor} /> }
          : null,
        ...view.deadlines.map(({ name, at }) => ({
          name: t(`notice.deadline.${name}`),
          value: dateTime(at),
        })),
        view.plannedOn ? { name: t('notice.planned'), value: date(view.plannedOn) } : null,
        { name: t('notice.value'), value: <Value value={view.value} kind={view.valueKind} /> },
        view.frameworkMaximum
          ? { name: t('notice.value.maximum'), value: <Value value={view.frameworkMaximum} kind={null} /> }
          : null,
        { name: t('notice.procedure'), value: view.procedure ?? <Unknown /> },
        view.nature ? { name: t('notice.nature'), value: view.nature } : null,
        { name: t('notice.cpv'), value: <Lines lines={view.cpv} /> },
        view.places.length > 0 ? { name: t('notice.place'), value: list(view.places) } : null,
        { name: t('notice.innovation'), value: <Innovation view={view} /> },
      ]}
    />
  )
}

function Buyers({ buyers }: { buyers: readonly BuyerView[] }) {
  const { t } = useMessages()
  if (buyers.length === 0) return <Unknown />
  return (
    <ul className={buyers.length > 3 ? 'names' : 'plain-list'}>
      {buyers.map(({ name, href, lead, number }) => (
        <li key={`${name} ${number}`}>
          {href ? <a href={href}>{name}</a> : name}
          {lead && <span className="quiet"> ({t('notice.buyers.lead')})</span>}
        </li>
      ))}
    </ul>
  )
}

export function Value({ value, kind }: { value: Money | null; kind: NoticeView['valueKind'] }) {
  const { t, money } = useMessages()
  if (!value) return <Unknown />
  return (
    <>
      {money(value.amount, value.currency)}
      {kind && <span className="quiet"> ({t(`notice.value.${kind}`)})</span>}
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <Unknown />
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** What the buyer has declared, and that it is the buyer who says so. */
function Innovation({ view: { declared, canBeDeclared } }: { view: NoticeView }) {
  const { t } = useMessages()
  if (declared.length === 0) return t(canBeDeclared ? 'notice.declared.not' : 'notice.declared.cannot')
  return (
    <>
      <Lines lines={declared} />
      <span className="small quiet">{t('notice.declared.text')}</span>
    </>
  )
}
