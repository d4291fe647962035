import { FactList, Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { Names } from '#src/web/ui/names.tsx'
import type { CaseView } from './case-view.ts'

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
