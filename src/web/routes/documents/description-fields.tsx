import { STEP_PHASES } from '#src/modules/catalogue/contract.ts'
import {
  DOCUMENT_KINDS,
  DOCUMENT_LANGUAGES,
  LICENCES,
  LONGEST,
  RIGHTS_OWNERS,
  VISIBILITIES,
} from '#src/modules/documents/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import {
  type Choice,
  type FieldErrors,
  RadioGroup,
  SelectField,
  TextAreaField,
  TextField,
} from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Props = { readonly themes: readonly Choice[]; readonly typed: Typed; readonly errors: FieldErrors }

/** What is said about a document: the same when it is uploaded and when it is edited. */
export function DescriptionFields(props: Props) {
  return (
    <>
      <WhatItIs {...props} />
      <WhoseItIs {...props} />
    </>
  )
}

function WhatItIs({ themes, typed, errors }: Props) {
  const { t, language } = useMessages()
  const notChosen = { value: '', text: t('document.chooseNone') }
  const kinds = DOCUMENT_KINDS.map((kind) => ({ value: kind, text: t(`document.kind.${kind}`) }))
  const steps = STEP_PHASES.map((step) => ({ value: step, text: t(`case.phase.${step}`) }))
  const languages = DOCUMENT_LANGUAGES.map((one) => ({ value: one, text: t(`document.language.${one}`) }))
  return (
    <fieldset className="form-group">
      <legend>{t('document.new.what')}</legend>
      <TextField
        name="title"
        label={t('document.field.title')}
        help={t('document.field.title.help')}
        value={typed.title}
        maxLength={LONGEST.title}
        error={errors.title}
      />
      <SelectField
        name="kind"
        label={t('document.field.kind')}
        value={typed.kind ?? ''}
        choices={[{ value: '', text: t('document.choose') }, ...kinds]}
        error={errors.kind}
      />
      <SelectField
        name="step"
        label={t('document.field.step')}
        optional
        value={typed.step ?? ''}
        choices={[notChosen, ...steps]}
        error={errors.step}
      />
      <SelectField
        name="theme"
        label={t('document.field.theme')}
        optional
        value={typed.theme ?? ''}
        choices={[notChosen, ...themes]}
        error={errors.theme}
      />
      <SelectField
        name="language"
        label={t('document.field.language')}
        value={typed.language ?? language}
        choices={languages}
        error={errors.language}
      />
      <TextAreaField
        name="description"
        label={t('document.field.description')}
        help={t('document.field.description.help')}
        optional
        value={typed.description}
        maxLength={LONGEST.description}
        error={errors.description}
      />
    </fieldset>
  )
}

function WhoseItIs({ typed, errors }: Omit<Props, 'themes'>) {
  const { t } = useMessages()
  return (
    <fieldset className="form-group">
      <legend>{t('document.new.rights')}</legend>
      <RadioGroup
        name="rightsOwner"
        label={t('document.field.rightsOwner')}
        help={t('document.field.rightsOwner.help')}
        value={typed.rightsOwner}
        choices={RIGHTS_OWNERS.map((owner) => ({
          value: owner,
          text: t(`document.owner.${owner}`),
          ...(owner === 'own' || owner === 'unknown' ? { help: t(`document.owner.${owner}.help`) } : {}),
        }))}
        error={errors.rightsOwner}
      />
      <TextField
        name="rightsHolder"
        label={t('document.field.rightsHolder')}
        help={t('document.field.rightsHolder.help')}
        optional
        value={typed.rightsHolder}
        maxLength={LONGEST.words}
        error={errors.rightsHolder}
      />
      <TextField
        name="permission"
        label={t('document.field.permission')}
        help={t('document.field.permission.help')}
        optional
        value={typed.permission}
        maxLength={LONGEST.words}
        error={errors.permission}
      />
      <RadioGroup
        name="licence"
        label={t('document.field.licence')}
        value={typed.licence}
        choices={LICENCES.map((licence) => ({
          value: licence,
          text: t(`document.licence.${licence}`),
          help: t(`document.licence.${licence}.help`),
        }))}
        error={errors.licence}
      />
      <RadioGroup
        name="visibility"
        label={t('document.field.visibility')}
        help={t('document.field.visibility.help')}
        value={typed.visibility}
        choices={VISIBILITIES.map((visibility) => ({
          value: visibility,
          text: t(`document.visibility.${visibility}`),
          help: t(`document.visibility.${visibility}.help`),
        }))}
        error={errors.visibility}
      />
    </fieldset>
  )
}
