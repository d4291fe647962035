import { LEVELLING_DECISIONS } from '#src/modules/needs/contract.ts'
import type { AnswerView } from '#src/web/present/market-view.ts'
import type { Typed } from '#src/web/read-form.ts'
import { type FieldErrors, FormErrors, RadioGroup, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

export type Sent = { readonly typed: Typed; readonly errors: FieldErrors }

/** Decides of one answer; what was decided before stays in the log. */
export function DecisionFields({ answer, sent }: { answer: AnswerView; sent: Sent | null }) {
  const { t } = useMessages()
  const { typed, errors } = sent ?? { typed: {} as Typed, errors: {} }
  const choices = LEVELLING_DECISIONS.filter((value) => answer.isSecret || value !== 'secret')
  return (
    <form method="post" className="form-stack">
      <FormErrors errors={errors} />
      <input type="hidden" name="answer" value={answer.id} />
      <input type="hidden" name="seen" value={answer.log.length} />
      {answer.isSecret && (
        <p className="box" data-color="korn">
          {t('market.decision.careful')}
        </p>
      )}
      <RadioGroup
        name="decision"
        label={t('market.field.decision')}
        choices={choices.map((value) => ({
          value,
          text: t(`market.decision.${value}`),
          help: t(`market.decision.${value}.help`),
        }))}
        value={typed.decision}
        error={errors.decision}
      />
      <TextAreaField
        name="reason"
        label={t('market.field.reason')}
        help={t(answer.isSecret ? 'market.field.reason.secret' : 'market.field.reason.open')}
        value={typed.reason}
        error={errors.reason}
        maxLength={1000}
        rows={2}
      />
      <TextAreaField
        name="summary"
        label={t('market.field.summary')}
        help={t('market.field.summary.help')}
        value={typed.summary}
        error={errors.summary}
        maxLength={2000}
      />
      <p>
        <button className="ds-button" type="submit">
          {t('market.decision.save')}
        </button>
      </p>
    </form>
  )
}
