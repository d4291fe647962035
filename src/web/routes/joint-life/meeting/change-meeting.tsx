import type { Typed } from '#src/web/read-form.ts'
import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import { MeetingFields } from '#src/web/routes/joint-life/meetings/meeting-fields.tsx'
import type { FormAnswer } from '#src/web/routes/joint-life/read-fields.ts'
import { useMessages } from '#src/web/ui/messages.ts'

type Props = {
  readonly name: string
  /** What it was changed from: somebody else's change is not written over. */
  readonly sequence: number
  readonly typed: Typed
  readonly answer: FormAnswer | null
}

/** For the lead: change it, or call it off. */
export function ChangeMeeting({ name, sequence, typed, answer }: Props) {
  const { t } = useMessages()
  return (
    <>
      <FoldedForm
        name={name}
        title={t('jointMeeting.change')}
        button={t('jointMeeting.button.change')}
        answer={answer}
        hidden={{ sequence: `${sequence}` }}
      >
        <MeetingFields name={name} typed={typed} errors={answer?.errors ?? {}} />
      </FoldedForm>
      <details className="folded">
        <summary>{t('jointMeeting.cancel')}</summary>
        <form method="post" className="form-stack">
          <input type="hidden" name="intent" value="avlys" />
          <input type="hidden" name="sequence" value={sequence} />
          <p>{t('jointMeeting.cancel.help')}</p>
          <p>
            <button className="ds-button" type="submit" data-color="danger">
              {t('jointMeeting.cancel')}
            </button>
          </p>
        </form>
      </details>
    </>
  )
}
