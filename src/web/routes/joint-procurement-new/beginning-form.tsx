import type { Typed } from '#src/web/read-form.ts'
import { type FieldErrors, RadioGroup, SelectField, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { BeginningView } from './beginning-view.ts'

type Props = {
  readonly view: BeginningView & { readonly id: string }
  readonly answer: { readonly typed: Typed; readonly errors: FieldErrors } | null
}

/** The few things it takes to begin. */
export function BeginningForm({ view, answer }: Props) {
  const { t, list } = useMessages()
  const { typed, errors } = answer ?? { typed: {} as Typed, errors: {} as FieldErrors }
  return (
    <form method="post" className="form-stack">
      <input type="hidden" name="id" value={typed.id ?? view.id} />
      {view.leads.length > 1 && (
        <SelectField
          name="lead"
          label={t('joint.new.organisation')}
          choices={view.leads}
          value={typed.lead ?? view.leads[0]?.value}
        />
      )}
      {view.invited.length > 0 && (
        <p className="box">{t('joint.new.invites', { names: list(view.invited) })}</p>
      )}
      <TextField
        name="title"
        label={t('joint.field.title')}
        value={typed.title ?? view.title}
        error={errors.title}
        maxLength={150}
      />
      <TextAreaField
        name="purpose"
        label={t('joint.field.purpose')}
        value={typed.purpose ?? view.purpose}
        error={errors.purpose}
        maxLength={5000}
      />
      <HeightField value={typed.innovationHeight ?? view.innovationHeight} error={errors.innovationHeight} />
      <AgainField value={typed.buysAgain ?? ''} error={errors.buysAgain} />
      <AudienceField value={typed.audience ?? view.audience} error={errors.audience} />
      <div>
        <button type="submit" className="ds-button">
          {t('joint.new.button')}
        </button>
      </div>
    </form>
  )
}

type FieldProps = { readonly value: string; readonly error: string | undefined }

export function HeightField({ value, error }: FieldProps) {
  const { t } = useMessages()
  return (
    <RadioGroup
      name="innovationHeight"
      label={t('joint.field.innovationHeight')}
      value={value}
      error={error}
      choices={[
        ...(['exists', 'adapt', 'develop'] as const).map((one) => ({
          value: one,
          text: t(`joint.height.${one}`),
        })),
        { value: '', text: t('joint.notSaid') },
      ]}
    />
  )
}

export function AgainField({ value, error }: FieldProps) {
  const { t } = useMessages()
  return (
    <RadioGroup
      name="buysAgain"
      label={t('joint.field.buysAgain')}
      value={value}
      error={error}
      choices={[
        { value: 'ja', text: t('joint.yes') },
        { value: 'nei', text: t('joint.no') },
        { value: '', text: t('joint.notSaid') },
      ]}
    />
  )
}

export function AudienceField({ value, error }: FieldProps) {
  const { t } = useMessages()
  return (
    <RadioGroup
      name="audience"
      label={t('joint.field.audience')}
      help={t('joint.help.audience')}
      value={value}
      error={error}
      choices={(['own', 'public-employees', 'all'] as const).map((one) => ({
        value: one,
        text: t(`joint.audience.${one}`),
      }))}
    />
  )
}
