import { ConsequenceList } from '#src/web/routes/joint-life/withdraw/consequence.tsx'
import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { WithdrawalView } from './talk-view.ts'

/** Who has withdrawn, why, and what they were shown would follow. */
export function Withdrawals({ withdrawals }: { withdrawals: readonly WithdrawalView[] }) {
  const { t } = useMessages()
  if (withdrawals.length === 0) return null
  return (
    <Section title={t('jointWithdraw.others')} id="trukket">
      <ul className="draft-list plain-list">
        {withdrawals.map((one) => (
          <li key={`${one.who} ${one.on}`}>
            <p>
              {t('jointWithdraw.entry', {
                who: one.who,
                step: t(`joint.step.${one.step}`),
                body: one.body,
                date: one.on,
              })}
            </p>
            <p className="as-written">{one.reason}</p>
            {one.archiveReference && (
              <p className="small quiet">{t('jointPaper.reference', { reference: one.archiveReference })}</p>
            )}
            <details>
              <summary>{t('jointWithdraw.shown')}</summary>
              <ConsequenceList view={one.view} />
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}
