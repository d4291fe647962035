import { CheckField, type FieldErrors, FormErrors, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { DialoguePage } from './page.tsx'

type Sent = {
  readonly typed: { readonly words: string; readonly checked: string }
  readonly errors: FieldErrors
}
type Props = {
  readonly page: DialoguePage
  readonly does: 'ask' | 'tell' | 'reply'
  readonly sent: Sent | null
}

export function DialogueFields({ page: { message, answer, question }, does, sent }: Props) {
  const { t } = useMessages()
  const errors = sent?.errors ?? {}
  return (
    <form method="post" className="form-stack">
      <FormErrors errors={errors} />
      <input type="hidden" name="message" value={message} />
      {answer && <input type="hidden" name="answer" value={answer.id} />}
      {question && <input type="hidden" name="question" value={question.id} />}
      {answer?.isSecret && (
        <p className="box" data-color="korn">
          {t(answer.hidesName ? 'market.reply.careful.hidden' : 'market.reply.careful', {
            name: answer.supplier,
          })}
        </p>
      )}
      <TextAreaField
        name="words"
        label={t(`market.field.${does}`)}
        help={t(`market.field.${does}.help`)}
        value={sent?.typed.words}
        error={errors.words}
        rows={6}
        maxLength={5000}
      />
      {answer?.isSecret && (
        <CheckField
          name="checked"
          label={t('market.field.checked')}
          checked={sent?.typed.checked === 'ja'}
          error={errors.checked}
        />
      )}
      <p>
        <button className="ds-button" type="submit" data-color="kobber">
          {t(`market.${does}.send`)}
        </button>
      </p>
    </form>
  )
}
