import { ADOPTION_AUDIENCES } from '#src/modules/adoptions/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import {
  type FieldErrors,
  FormErrors,
  RadioGroup,
  SelectField,
  TextAreaField,
  TextField,
} from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { TakeView } from './take-view.ts'
import { Fair } from './what-one-gets.tsx'

type Answer = { readonly typed: Typed; readonly errors: FieldErrors }

export function TakeForm({ view, answer }: { view: TakeView; answer: Answer | null }) {
  const { t } = useMessages()
  const { typed, errors } = answer ?? { typed: {} as Typed, errors: {} }
  const { organisations } = view
  return (
    <form method="post" className="form-stack">
      <FormErrors errors={errors} title={t('adoptions.wrong.title')} />
      <Fair view={view} />
      {organisations.length > 1 ? (
        <SelectField
          name="organisation"
          label={t('adoptions.take.for')}
          value={typed.organisation}
          choices={organisations.map(({ id, name }) => ({ value: id, text: name }))}
        />
      ) : (
        <input type="hidden" name="organisation" value={organisations[0]?.id} />
      )}
      <Volumes view={view} typed={typed} errors={errors} />
      <TextAreaField
        name="differences"
        label={t('adoptions.take.differences')}
        help={t('adoptions.take.differences.help')}
        value={typed.differences}
        error={errors.differences}
        maxLength={5000}
        optional
      />
      <RadioGroup
        name="audience"
        label={t('adoptions.audience')}
        help={t('adoptions.audience.help')}
        choices={ADOPTION_AUDIENCES.map((value) => ({ value, text: t(`adoptions.audience.${value}`) }))}
        value={typed.audience ?? 'public-employees'}
        error={errors.audience}
      />
      <p className="small quiet">{t('adoptions.take.told')}</p>
      <p>
        <button className="ds-button" type="submit" data-color="kobber">
          {t('adoptions.take.button')}
        </button>
      </p>
    </form>
  )
}

function Volumes({ view, typed, errors }: Answer & { view: TakeView }) {
  const { t } = useMessages()
  const { volume } = view
  return (
    <fieldset className="nested form-stack">
      <legend>{t('adoptions.take.size')}</legend>
      <p className="small quiet">{t('adoptions.take.size.help')}</p>
      <TextField
        name="volumeThere"
        label={t('adoptions.take.there')}
        help={volume ? t('adoptions.take.there.says', { volume }) : t('adoptions.take.there.unknown')}
        value={typed.volumeThere}
        error={errors.volumeThere}
        maxLength={30}
        short
        optional
      />
      <TextField
        name="volumeHere"
        label={t('adoptions.take.here')}
        value={typed.volumeHere}
        error={errors.volumeHere}
        maxLength={30}
        short
        optional
      />
    </fieldset>
  )
}
