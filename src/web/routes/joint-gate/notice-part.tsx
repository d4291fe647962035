import { Section } from '#src/web/ui/facts.tsx'
import { TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { GateView } from './gate-view.ts'
import type { GateAnswer } from './page.tsx'

/** The notice as it was published, beside those who passed. */
export function NoticePart({ view, answer }: { view: GateView; answer: GateAnswer }) {
  const { t } = useMessages()
  const { reference, publishedOn, read } = view.notice
  const { typed, errors } = answer
  return (
    <Section title={t('gate.notice')} id="kunngjort">
      {reference && !read && <p>{t('gate.notice.waiting', { reference })}</p>}
      {read && (
        <div className="box" data-color={read.problems.length > 0 ? 'korn' : 'mose'}>
          <p>
            <To page="notice" params={{ id: read.id }}>
              {read.title || read.id}
            </To>
          </p>
          <p>{t(read.problems.length > 0 ? 'gate.notice.differs' : 'gate.notice.allThere')}</p>
          {read.problems.length > 0 && (
            <ul>
              {read.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {view.leads && (
        <form method="post" className="form-stack">
          <input type="hidden" name="do" value="notice" />
          <p>{t('gate.notice.help')}</p>
          <TextField
            name="notice"
            label={t('gate.notice.reference')}
            value={typed.notice ?? reference}
            error={errors.notice}
            maxLength={200}
          />
          <TextField
            name="publishedOn"
            type="date"
            label={t('gate.notice.on')}
            value={typed.publishedOn ?? publishedOn ?? ''}
            error={errors.publishedOn}
            short
          />
          <p>
            <button className="ds-button" type="submit">
              {t('gate.notice.button')}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}
