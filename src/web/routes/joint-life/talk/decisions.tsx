import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import type { FormAnswer } from '#src/web/routes/joint-life/read-fields.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { TalkPageData } from './page.tsx'

type Props = { readonly page: TalkPageData; readonly answer: FormAnswer | null }

export function Decisions({ page, answer }: Props) {
  const { t } = useMessages()
  return (
    <Section title={t('jointTalk.decisions')} id="vedtakslogg">
      {page.decisions.length === 0 && <p>{t('jointTalk.decisions.none')}</p>}
      <ul className="draft-list plain-list">
        {page.decisions.map((one) => (
          <li key={one.id}>
            <p className="hit-facts">
              <span>{one.on}</span>
              <span>{one.by}</span>
            </p>
            <h3>{one.title}</h3>
            {one.words && <p className="as-written">{one.words}</p>}
            <p className="small quiet">
              {t('jointTalk.decision.from', { who: one.from })}
              {one.archiveReference && ` · ${t('jointPaper.reference', { reference: one.archiveReference })}`}
            </p>
          </li>
        ))}
      </ul>
      {page.voices.length > 0 && <NewDecision page={page} answer={answer} />}
    </Section>
  )
}

function NewDecision({ page, answer }: Props) {
  const { t } = useMessages()
  const typed = answer?.form === 'vedtak' ? answer.typed : {}
  const errors = answer?.form === 'vedtak' ? answer.errors : {}
  const field = (name: string) => ({
    name: `vedtak-${name}`,
    value: typed[`vedtak-${name}`],
    error: errors[`vedtak-${name}`],
  })
  return (
    <FoldedForm
      name="vedtak"
      title={t('jointTalk.decision.new')}
      button={t('jointTalk.decision.button')}
      answer={answer}
      voices={page.voices}
      hidden={{ note: page.ids.decision }}
    >
      <TextField {...field('decidedOn')} type="date" label={t('jointTalk.decision.on')} short />
      <TextField {...field('title')} label={t('jointTalk.decision.title')} maxLength={300} />
      <TextField
        {...field('decidedBy')}
        label={t('jointTalk.decision.by')}
        help={t('jointTalk.decision.by.help')}
        maxLength={300}
      />
      <TextAreaField {...field('words')} label={t('jointTalk.decision.words')} maxLength={5000} optional />
      <TextField
        {...field('archiveReference')}
        label={t('jointTalk.decision.reference')}
        help={t('jointTalk.decision.reference.help')}
        maxLength={120}
        optional
      />
    </FoldedForm>
  )
}
