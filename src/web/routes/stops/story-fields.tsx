import { STEP_PHASES } from '#src/modules/catalogue/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import { CheckGroup, type FieldErrors, SelectField, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Choice = { readonly value: string; readonly text: string }
type Props = {
  readonly choices: { readonly reasons: readonly Choice[]; readonly themes: readonly Choice[] }
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** What stopped them, as it is told and as it is put right. */
export function StoryFields({ choices, typed, errors }: Props) {
  const { t } = useMessages()
  const nothing = { value: '', text: t('knowledge.tell.choose') }
  const phases = STEP_PHASES.map((value) => ({ value, text: t(`case.phase.${value}`) }))
  return (
    <>
      <TextField
        name="title"
        label={t('knowledge.tell.title.label')}
        help={t('knowledge.tell.title.help')}
        value={typed.title}
        error={errors.title}
        maxLength={200}
      />
      <CheckGroup
        name="reasons"
        label={t('knowledge.tell.reasons')}
        values={(typed.reasons ?? '').split(' ')}
        choices={choices.reasons}
        error={errors.reasons}
      />
      <TextAreaField
        name="happened"
        label={t('knowledge.tell.happened')}
        help={t('knowledge.tell.happened.help')}
        value={typed.happened}
        error={errors.happened}
        rows={6}
        maxLength={5000}
      />
      <TextAreaField
        name="wouldHaveHelped"
        label={t('knowledge.tell.wouldHaveHelped')}
        value={typed.wouldHaveHelped}
        maxLength={5000}
        optional
      />
      <SelectField
        name="phase"
        label={t('knowledge.tell.phase')}
        choices={[nothing, ...phases]}
        value={typed.phase}
        optional
      />
      <SelectField
        name="theme"
        label={t('knowledge.tell.theme')}
        choices={[nothing, ...choices.themes]}
        value={typed.theme}
        optional
      />
      <TextField
        name="year"
        label={t('knowledge.tell.year')}
        value={typed.year}
        error={errors.year}
        inputMode="numeric"
        maxLength={10}
        short
        optional
      />
    </>
  )
}
