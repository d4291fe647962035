import { ANSWER_KINDS, OPENNESSES } from '#src/modules/needs/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import {
  CheckField,
  type FieldErrors,
  FormErrors,
  RadioGroup,
  TextAreaField,
  TextField,
} from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Answer = { readonly typed: Typed; readonly errors: FieldErrors }

export function AnswerFields({ answer }: { answer: Answer | null }) {
  const { t } = useMessages()
  const { typed, errors } = answer ?? { typed: {} as Typed, errors: {} }
  return (
    <form method="post" className="form-stack">
      <FormErrors errors={errors} />
      <RadioGroup
        name="kind"
        label={t('market.field.kind')}
        choices={ANSWER_KINDS.map((value) => ({
          value,
          text: t(`market.kind.${value}`),
          help: t(`market.kind.${value}.help`),
        }))}
        value={typed.kind}
        error={errors.kind}
      />
      <TextAreaField
        name="words"
        label={t('market.field.words')}
        help={t('market.field.words.help')}
        value={typed.words}
        error={errors.words}
        rows={8}
        maxLength={5000}
      />
      <TextField
        name="link"
        label={t('market.field.link')}
        help={t('market.field.link.help')}
        value={typed.link}
        error={errors.link}
        maxLength={500}
        optional
      />
      <RadioGroup
        name="openness"
        label={t('market.field.openness')}
        choices={OPENNESSES.map((value) => ({
          value,
          text: t(`market.openness.${value}`),
          help: t(`market.openness.${value}.help`),
        }))}
        value={typed.openness}
        error={errors.openness}
      />
      <fieldset className="nested form-stack">
        <legend>{t('market.field.ifSecret')}</legend>
        <TextAreaField
          name="secretBecause"
          label={t('market.field.secretBecause')}
          help={t('market.field.secretBecause.help')}
          value={typed.secretBecause}
          error={errors.secretBecause}
          maxLength={1000}
        />
        <CheckField
          name="hidesName"
          label={t('market.field.hidesName')}
          help={t('market.field.hidesName.help')}
          checked={typed.hidesName === 'ja'}
        />
      </fieldset>
      <p>
        <button className="ds-button" type="submit" data-color="kobber">
          {t('market.answer.send')}
        </button>
      </p>
    </form>
  )
}
