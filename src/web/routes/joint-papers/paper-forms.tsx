import type { ReactNode } from 'react'
import { TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { PapersView } from './papers-view.ts'

type Props = { readonly view: PapersView }
type Asked = 'schedule' | 'invitation'

/** What the field holds, where its form was the one that was sent. */
function fieldOf({ asked, typed, errors }: PapersView, form: Asked) {
  return (name: string, otherwise = '') =>
    asked === form
      ? { name, value: typed[name] ?? '', error: errors[name] }
      : { name, value: otherwise, error: undefined }
}

type FormProps = { readonly form: Asked; readonly asked: PapersView['asked']; readonly children: ReactNode }

function PaperForm({ form, asked, children }: FormProps) {
  const { t } = useMessages()
  return (
    <details open={asked === form}>
      <summary>{t(`jointPapers.form.${form}`)}</summary>
      <form method="get" className="form-stack">
        {children}
        <p>
          <button className="ds-button" type="submit" data-variant="secondary">
            {t('jointPapers.form.button')}
          </button>
        </p>
      </form>
    </details>
  )
}

/** When and where, for the invitation. */
export function InvitationFields({ view }: Props) {
  const { t } = useMessages()
  const field = fieldOf(view, 'invitation')
  return (
    <PaperForm form="invitation" asked={view.asked}>
      <TextField {...field('day')} type="date" label={t('jointPapers.form.day')} short optional />
      <TextField
        {...field('from')}
        label={t('jointPapers.form.from')}
        help={t('jointPapers.form.time.help')}
        maxLength={5}
        short
        optional
      />
      <TextField {...field('until')} label={t('jointPapers.form.until')} maxLength={5} short optional />
      <TextField {...field('place')} label={t('jointPapers.form.place')} maxLength={200} optional />
      <TextField {...field('deadline')} type="date" label={t('jointPapers.form.deadline')} short optional />
    </PaperForm>
  )
}

const DAYS = [1, 2, 3] as const

/** Days and lengths, from which the times of the meetings are worked out. */
export function ScheduleFields({ view }: Props) {
  const { t } = useMessages()
  const field = fieldOf(view, 'schedule')
  return (
    <PaperForm form="schedule" asked={view.asked}>
      {view.asked === 'schedule' && view.room !== null && (
        <p role="status">{t('jointPapers.form.room', { count: view.room })}</p>
      )}
      {DAYS.map((n) => (
        <TextField
          key={n}
          {...field(`day${n}`)}
          type="date"
          label={t('jointPapers.form.day.n', { n })}
          optional={n > 1}
          short
        />
      ))}
      <TextField
        {...field('start', '09.00')}
        label={t('jointPapers.form.from')}
        help={t('jointPapers.form.time.help')}
        maxLength={5}
        short
      />
      <TextField {...field('end', '15.00')} label={t('jointPapers.form.until')} maxLength={5} short />
      <TextField
        {...field('minutes', '45')}
        label={t('jointPapers.form.minutes')}
        inputMode="numeric"
        maxLength={3}
        short
      />
      <TextField
        {...field('pause', '15')}
        label={t('jointPapers.form.pause')}
        inputMode="numeric"
        maxLength={3}
        short
      />
      <TextField
        {...field('count', '6')}
        label={t('jointPapers.form.count')}
        inputMode="numeric"
        maxLength={2}
        short
      />
      <TextField {...field('room')} label={t('jointPapers.form.place')} maxLength={200} optional />
    </PaperForm>
  )
}
