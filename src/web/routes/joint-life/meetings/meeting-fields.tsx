import { MEETING_KINDS } from '#src/modules/joint-procurement/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import { nameIn } from '#src/web/routes/joint-life/read-fields.ts'
import { type FieldErrors, SelectField, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Props = { readonly name: string; readonly typed: Typed; readonly errors: FieldErrors }

export function MeetingFields({ name, typed, errors }: Props) {
  const { t } = useMessages()
  const field = (one: string) => ({
    name: nameIn(name, one),
    value: typed[nameIn(name, one)],
    error: errors[nameIn(name, one)],
  })
  return (
    <>
      <SelectField
        {...field('kind')}
        label={t('jointMeeting.kind')}
        choices={MEETING_KINDS.map((value) => ({ value, text: t(`jointMeeting.kind.${value}`) }))}
      />
      <TextField {...field('title')} label={t('jointMeeting.field.title')} maxLength={200} />
      <TextField {...field('on')} type="date" label={t('jointMeeting.field.on')} short />
      <TextField
        {...field('from')}
        label={t('jointMeeting.field.from')}
        help={t('jointMeeting.field.time.help')}
        maxLength={5}
        short
      />
      <TextField {...field('until')} label={t('jointMeeting.field.until')} maxLength={5} short />
      <TextField {...field('place')} label={t('jointMeeting.field.place')} maxLength={300} optional />
      <TextField {...field('link')} label={t('jointMeeting.field.link')} maxLength={1000} optional />
      <TextAreaField {...field('agenda')} label={t('jointMeeting.agenda')} maxLength={5000} optional />
    </>
  )
}
