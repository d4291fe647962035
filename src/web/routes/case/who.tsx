import { FactList, Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { CaseView, NameLink } from './case-view.ts'

export function Who({ view: { roles, suppliers, content } }: { view: CaseView }) {
  const { t } = useMessages()
  return (
    <Section title={t('case.who')} id="hvem">
      <FactList
        facts={[
          ...roles.map(({ role, names }) => ({
            name: t(`case.role.${role}`),
            value: <Names names={names} />,
          })),
          suppliers.length > 0
            ? { name: t('case.suppliers'), value: <Names names={suppliers} /> }
            : content.identity.level === 'experience'
              ? null
              : {
                  name: t('case.suppliers'),
                  value: <span className="unknown">{t('case.suppliers.notKnown')}</span>,
                },
        ]}
      />
    </Section>
  )
}

function Names({ names }: { names: readonly NameLink[] }) {
  return (
    <ul className={names.length > 3 ? 'names' : 'plain-list'}>
      {names.map(({ text, href, note }) => (
        <li key={text}>
          {href ? <a href={href}>{text}</a> : text}
          {note && <span className="quiet"> ({note})</span>}
        </li>
      ))}
    </ul>
  )
}
