import { ACCEPTED_EXTENSIONS, LARGEST_BYTES, LARGEST_MEGABYTES } from '#src/modules/documents/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import { CheckField, type FieldErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Props = {
  readonly typed: Typed
  readonly errors: FieldErrors
  /** The form has been sent before, and a browser keeps no file. */
  readonly isAgain: boolean
}

/** The file, and what whoever sends it declares: with the first version and with every later one. */
export function UploadFields({ typed, errors, isAgain }: Props) {
  const { t } = useMessages()
  const described = ['file-help', isAgain && 'file-again', errors.file && 'file-error'].filter(Boolean)
  return (
    <fieldset className="form-group">
      <legend>{t('document.new.look')}</legend>
      <CheckField
        name="noPersonalData"
        label={t('document.field.noPersonalData')}
        help={t('document.field.noPersonalData.help')}
        checked={typed.noPersonalData === 'ja'}
        error={errors.noPersonalData}
      />
      <CheckField
        name="noSecrets"
        label={t('document.field.noSecrets')}
        help={t('document.field.noSecrets.help')}
        checked={typed.noSecrets === 'ja'}
        error={errors.noSecrets}
      />
      <div className="ds-field form-field">
        <label className="ds-label" htmlFor="file">
          {t('document.field.file')}
        </label>
        <p className="small quiet" id="file-help">
          {t('document.field.file.help', { max: LARGEST_MEGABYTES })}
        </p>
        {isAgain && (
          <p className="small" id="file-again">
            {t('document.field.file.again')}
          </p>
        )}
        <input
          className="ds-input"
          id="file"
          name="file"
          type="file"
          accept={ACCEPTED_EXTENSIONS.map((extension) => `.${extension}`).join(',')}
          data-largest={LARGEST_BYTES}
          data-too-large={t('document.problem.tooLarge', { max: LARGEST_MEGABYTES })}
          aria-describedby={described.join(' ')}
          aria-invalid={errors.file ? true : undefined}
        />
        {errors.file && (
          <p className="field-error" id="file-error">
            {errors.file}
          </p>
        )}
      </div>
    </fieldset>
  )
}
