import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'
import { LARGEST_FILE_MB, LONGEST_TEXT } from './read-draft.ts'

type Props = {
  readonly typed: string
  readonly error: { readonly field: 'text' | 'file'; readonly text: string } | null
}

export function DraftForm({ typed, error }: Props) {
  const { t, number } = useMessages()
  const wrong = (field: 'text' | 'file') => (error?.field === field ? true : undefined)
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={useAddress('innovationCheck')}
      className="check"
    >
      <label className="ds-label" htmlFor="text">
        {t('innovation.check.text')}
      </label>
      <p className="small quiet" id="text-help">
        {t('innovation.check.text.help', { max: number(LONGEST_TEXT) })}
      </p>
      <textarea
        className="ds-input"
        id="text"
        name="text"
        rows={12}
        defaultValue={typed}
        aria-describedby={wrong('text') ? 'text-help text-error' : 'text-help'}
        aria-invalid={wrong('text')}
      />
      <FieldError field="text" error={error} />
      <label className="ds-label" htmlFor="file">
        {t('innovation.check.file')}
      </label>
      <p className="small quiet" id="file-help">
        {t('innovation.check.file.help', { max: LARGEST_FILE_MB })}
      </p>
      <input
        className="ds-input"
        id="file"
        name="file"
        type="file"
        accept=".xml,.txt,.md,text/plain,application/xml,text/xml"
        aria-describedby={wrong('file') ? 'file-help file-error' : 'file-help'}
        aria-invalid={wrong('file')}
      />
      <FieldError field="file" error={error} />
      <p>
        <button className="ds-button" type="submit" data-color="kobber">
          {t('innovation.check.submit')}
        </button>
      </p>
      <p className="small quiet">
        {t('innovation.check.private')} <To page="innovationRules">{t('innovation.how')}</To>
      </p>
    </form>
  )
}

function FieldError({ field, error }: { field: 'text' | 'file'; error: Props['error'] }) {
  if (error?.field !== field) return null
  return (
    <p className="field-error" id={`${field}-error`}>
      {error.text}
    </p>
  )
}
