import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import { Laws } from '#src/web/routes/joint-life/laws.tsx'
import type { FormAnswer } from '#src/web/routes/joint-life/read-fields.ts'
import { FactList, Section, Unknown } from '#src/web/ui/facts.tsx'
import { TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { StandstillView } from './contract-view.ts'

type Props = {
  readonly view: StandstillView
  readonly isLead: boolean
  /** Whether the next step waits for what is told here. */
  readonly isAwaited: boolean
  readonly answer: FormAnswer | null
}

/** Between award and contract: how long one must wait, and whether somebody has complained. */
export function Standstill({ view, isLead, isAwaited, answer }: Props) {
  const { t } = useMessages()
  return (
    <Section title={t('jointContract.standstill')} id="karens-og-klage">
      <FactList
        facts={[
          { name: t('jointContract.standstill.awarded'), value: view.awardedOn ?? <Unknown /> },
          { name: t('jointContract.standstill.until'), value: view.until ?? <Unknown /> },
          {
            name: t('jointContract.standstill.complaint'),
            value: view.complaint ? (
              <>
                <span className="as-written">{view.complaint}</span>{' '}
                {view.settledOn && t('jointContract.standstill.settled', { date: view.settledOn })}
              </>
            ) : (
              t('jointContract.standstill.complaint.none')
            ),
          },
        ]}
      />
      {view.isComplaintOpen ? (
        <p className="box" data-color="korn">
          <strong>{t('jointContract.standstill.complaint.open')}</strong>
        </p>
      ) : (
        view.signFrom && <p>{t('jointContract.standstill.signFrom', { date: view.signFrom })}.</p>
      )}
      {view.earliest && (
        <p className="small">{t('jointContract.standstill.earliest', { date: view.earliest })}</p>
      )}
      {isLead && <StandstillForm view={view} isAwaited={isAwaited} answer={answer} />}
      <Laws laws={view.laws} />
    </Section>
  )
}

function StandstillForm({ view, isAwaited, answer }: Omit<Props, 'isLead'>) {
  const { t } = useMessages()
  const isAnswered = answer?.form === 'karens'
  const typed: Readonly<Record<string, string>> = isAnswered ? answer.typed : view.typed
  const errors = isAnswered ? answer.errors : {}
  const field = (name: string) => ({ name, value: typed[name], error: errors[name], optional: true })
  return (
    <FoldedForm
      name="karens"
      title={t('jointContract.standstill.form')}
      button={t('jointContract.button.standstill')}
      answer={answer}
      isOpen={isAwaited}
    >
      <TextField
        {...field('karens-awardedOn')}
        type="date"
        label={t('jointContract.standstill.awarded')}
        short
      />
      <TextField
        {...field('karens-standstillUntil')}
        type="date"
        label={t('jointContract.standstill.until')}
        short
      />
      <TextAreaField
        {...field('karens-complaint')}
        label={t('jointContract.standstill.complaint')}
        help={t('jointContract.standstill.complaint.help')}
        maxLength={5000}
      />
      <TextField
        {...field('karens-complaintSettledOn')}
        type="date"
        label={t('jointContract.standstill.settledOn')}
        short
      />
    </FoldedForm>
  )
}
