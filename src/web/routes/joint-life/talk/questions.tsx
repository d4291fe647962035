import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import type { FormAnswer } from '#src/web/routes/joint-life/read-fields.ts'
import type { Voice } from '#src/web/routes/joint-life/read-life.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { FormErrors, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { TalkPageData } from './page.tsx'
import type { QuestionView } from './talk-view.ts'

type Props = { readonly page: TalkPageData; readonly answer: FormAnswer | null }

export function Questions({ page, answer }: Props) {
  const { t } = useMessages()
  return (
    <Section title={t('jointTalk.questions')} id="sporsmal-til-alle">
      {page.questions.length === 0 && <p>{t('jointTalk.questions.none')}</p>}
      <ul className="draft-list plain-list">
        {page.questions.map((question) => (
          <Question key={question.id} question={question} voices={page.voices} answer={answer} />
        ))}
      </ul>
      {page.voices.length > 0 && <NewQuestion page={page} answer={answer} />}
    </Section>
  )
}

type OneProps = {
  readonly question: QuestionView
  readonly voices: readonly Voice[]
  readonly answer: FormAnswer | null
}

function Question({ question, voices, answer }: OneProps) {
  const { t } = useMessages()
  return (
    <li>
      <p className="hit-facts">
        <span>{t('jointTalk.question.from', { who: question.who })}</span>
        {question.answerBy && <span>{t('jointTalk.question.byDay', { date: question.answerBy })}</span>}
      </p>
      <h3 className="as-written">{question.words}</h3>
      <dl className="facts">
        {question.replies.map(({ who, words }) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd className="as-written">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">
        {question.missing
          ? t('jointTalk.question.missing', { who: question.missing })
          : t('jointTalk.question.all')}
      </p>
      {voices.map((voice) => (
        <Reply key={voice.id} question={question} voice={voice} answer={answer} />
      ))}
    </li>
  )
}

type ReplyProps = Omit<OneProps, 'voices'> & { readonly voice: Voice }

/** One form for each one speaks for, so that nobody answers for the wrong one. */
function Reply({ question, voice, answer }: ReplyProps) {
  const { t } = useMessages()
  const name = `svar-${question.id}-${voice.id}`
  const isAnswered = answer?.form === name
  const said = question.own[voice.id]
  const errors = isAnswered ? answer.errors : {}
  return (
    <details open={isAnswered}>
      <summary>
        {t(said ? 'jointTalk.reply.change' : 'jointTalk.reply.button')} ({voice.name})
      </summary>
      <form method="post" className="form-stack">
        <FormErrors errors={errors} title={t('jointTalk.wrong')} />
        <input type="hidden" name="intent" value="svar" />
        <input type="hidden" name="note" value={question.id} />
        <input type="hidden" name="organisation" value={voice.id} />
        <TextAreaField
          name={`${name}-words`}
          label={t('jointTalk.reply.words', { who: voice.name })}
          value={isAnswered ? answer.typed[`${name}-words`] : said}
          error={errors[`${name}-words`]}
          maxLength={5000}
        />
        <p>
          <button className="ds-button" type="submit">
            {t('jointTalk.reply.button')}
          </button>
        </p>
      </form>
    </details>
  )
}

function NewQuestion({ page, answer }: Props) {
  const { t } = useMessages()
  const typed = answer?.form === 'sporsmal' ? answer.typed : {}
  const errors = answer?.form === 'sporsmal' ? answer.errors : {}
  return (
    <FoldedForm
      name="sporsmal"
      title={t('jointTalk.question.new')}
      button={t('jointTalk.question.button')}
      answer={answer}
      voices={page.voices}
      hidden={{ note: page.ids.question }}
    >
      <TextAreaField
        name="sporsmal-words"
        label={t('jointTalk.question.words')}
        value={typed['sporsmal-words']}
        error={errors['sporsmal-words']}
        maxLength={5000}
      />
      <TextField
        name="sporsmal-answerBy"
        type="date"
        label={t('jointTalk.question.by')}
        value={typed['sporsmal-answerBy']}
        error={errors['sporsmal-answerBy']}
        short
        optional
      />
    </FoldedForm>
  )
}
