import { programContext } from '#src/web/context.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { readJoint } from '#src/web/routes/joint-procurement/read-joint.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { FormErrors, SelectField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Route } from './+types/page.ts'
import { InvitationFields, ScheduleFields } from './paper-forms.tsx'
import { type PapersView, type PaperView, papersView } from './papers-view.ts'

export const headers = neverKept

export async function loader(asked: Route.LoaderArgs) {
  const { db } = asked.context.get(programContext)
  const { joint, head, reader, messages } = await readJoint(asked)
  const query = new URL(asked.request.url).searchParams
  return { head, view: await papersView(db, { joint, reader, messages, query }) }
}

export default function JointPapersPage({ loaderData: { head, view } }: Route.ComponentProps) {
  const { t } = useMessages()
  return (
    <>
      <JointTop head={head} here="jointPapers" title={t('jointPapers.title')} />
      <div className="wide section stack">
        <p>{t('jointPapers.lead')}</p>
        <FormErrors errors={view.errors} title={t('jointPapers.form.wrong')} />
        <Recipient view={view} />
        <ul className="plain-list joint-papers">
          {view.papers.map((paper) => (
            <Paper key={paper.kind} paper={paper} view={view} />
          ))}
        </ul>
      </div>
    </>
  )
}

function Recipient({ view: { choices, recipient } }: { view: PapersView }) {
  const { t } = useMessages()
  if (choices.length < 2) return null
  return (
    <form method="get" className="form-stack">
      <SelectField name="for" label={t('jointPapers.for')} value={recipient ?? undefined} choices={choices} />
      <p>
        <button className="ds-button" type="submit" data-variant="secondary">
          {t('jointPapers.for.button')}
        </button>
      </p>
    </form>
  )
}

const LANGUAGE_NAMES = { nb: 'Bokmål', nn: 'Nynorsk' } as const

function Paper({ paper: { kind, files, open }, view }: { paper: PaperView; view: PapersView }) {
  const { t } = useMessages()
  const paper = t(`jointPapers.kind.${kind}`)
  return (
    <li id={kind}>
      <h2>{paper}</h2>
      <p>
        {t(`jointPapers.help.${kind}`)} {open && <span className="quiet">{t('jointPapers.open')}</span>}
      </p>
      {(['nb', 'nn'] as const).map((language) => (
        <p key={language} className="paper-files">
          <span>{LANGUAGE_NAMES[language]}:</span>
          {files
            .filter((file) => file.language === language)
            .map(({ format, href }) => {
              const name = t(format === 'docx' ? 'jointPapers.word' : 'jointPapers.pdf')
              const label = t('jointPapers.file', { paper, format: name, language: LANGUAGE_NAMES[language] })
              return (
                <a key={format} href={href} aria-label={label}>
                  {name}
                </a>
              )
            })}
        </p>
      ))}
      {kind === 'invitation' && <InvitationFields view={view} />}
      {kind === 'schedule' && <ScheduleFields view={view} />}
    </li>
  )
}
