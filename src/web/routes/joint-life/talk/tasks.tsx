import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import type { FormAnswer } from '#src/web/routes/joint-life/read-fields.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { SelectField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { TalkPageData } from './page.tsx'
import type { TaskView } from './talk-view.ts'

type Props = { readonly page: TalkPageData; readonly answer: FormAnswer | null }

export function Tasks({ page, answer }: Props) {
  const { t } = useMessages()
  const open = page.tasks.filter(({ doneOn }) => doneOn === null)
  const done = page.tasks.filter(({ doneOn }) => doneOn !== null)
  const [voice] = page.voices
  return (
    <Section title={t('jointTalk.tasks')} id="oppgaver">
      {open.length === 0 && <p>{t('jointTalk.tasks.none')}</p>}
      <TaskList tasks={open} voice={voice?.id} />
      {done.length > 0 && (
        <details>
          <summary>{t('jointTalk.tasks.done', { count: done.length })}</summary>
          <TaskList tasks={done} voice={voice?.id} />
        </details>
      )}
      {voice && <NewTask page={page} answer={answer} />}
    </Section>
  )
}

function TaskList({ tasks, voice }: { tasks: readonly TaskView[]; voice: string | undefined }) {
  const { t } = useMessages()
  return (
    <ul className="draft-list plain-list">
      {tasks.map((task) => (
        <li key={task.id}>
          <p className="hit-facts">
            <span>{task.whose ?? t('jointTalk.task.everybody')}</span>
            {task.due && <span>{t('jointTalk.task.due.on', { date: task.due })}</span>}
            {task.doneOn && <span>{t('jointTalk.task.doneOn', { date: task.doneOn })}</span>}
            {task.isLate && (
              <span className="ds-tag" data-color="korn">
                {t('jointTalk.task.late')}
              </span>
            )}
          </p>
          <h3>{task.title}</h3>
          {voice && <SetTask task={task} voice={voice} />}
        </li>
      ))}
    </ul>
  )
}

function SetTask({ task, voice }: { task: TaskView; voice: string }) {
  const { t } = useMessages()
  const isDone = task.doneOn !== null
  return (
    <form method="post">
      <input type="hidden" name="intent" value={isDone ? 'ugjort' : 'gjort'} />
      <input type="hidden" name="organisation" value={voice} />
      <input type="hidden" name="note" value={task.id} />
      <button className="ds-button" data-variant="secondary" type="submit">
        {t(isDone ? 'jointTalk.task.undo' : 'jointTalk.task.do')}
        <span className="ds-sr-only">: {task.title}</span>
      </button>
    </form>
  )
}

function NewTask({ page, answer }: Props) {
  const { t } = useMessages()
  const typed = answer?.form === 'oppgave' ? answer.typed : {}
  const errors = answer?.form === 'oppgave' ? answer.errors : {}
  return (
    <FoldedForm
      name="oppgave"
      title={t('jointTalk.task.new')}
      button={t('jointTalk.task.button')}
      answer={answer}
      voices={page.voices}
      hidden={{ note: page.ids.task }}
    >
      <TextField
        name="oppgave-title"
        label={t('jointTalk.task.title')}
        value={typed['oppgave-title']}
        error={errors['oppgave-title']}
        maxLength={300}
      />
      <SelectField
        name="oppgave-whose"
        label={t('jointTalk.task.whose')}
        value={typed['oppgave-whose']}
        error={errors['oppgave-whose']}
        choices={[
          { value: '', text: t('jointTalk.task.everybody') },
          ...page.participants.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <TextField
        name="oppgave-dueOn"
        type="date"
        label={t('jointTalk.task.due')}
        value={typed['oppgave-dueOn']}
        error={errors['oppgave-dueOn']}
        short
        optional
      />
    </FoldedForm>
  )
}
