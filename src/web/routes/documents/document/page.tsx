import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { DocumentId } from '#src/modules/documents/contract.ts'
import { belongsTo, findDocument } from '#src/modules/documents/index.ts'
import { isCurator } from '#src/modules/identity/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { newsOf } from '#src/web/news-of.ts'
import { languageOf } from '#src/web/paths.ts'
import { isOpenedTo } from '#src/web/present/opened-documents.ts'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { DocumentAside } from './aside.tsx'
import { type DocumentView, documentView } from './document-view.ts'
import { Download, Versions } from './versions.tsx'

const DONE = {
  'lastet-opp': 'document.done.added',
  'ny-versjon': 'document.done.version',
  lagret: 'document.done.saved',
  trukket: 'document.done.withdrawn',
} as const

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const reader = context.get(actorContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const id = DocumentId.safeParse(params.id)
  const found = id.success ? await findDocument({ ...program, isOpened: isOpenedTo }, reader, id.data) : null
  if (!found) throw data(null, { status: 404 })
  // Others are told that it is gone and of what kind the reason is; what is written about it may say too much.
  if (found.withdrawn && !belongsTo(reader, found.organisation) && !isCurator(reader)) {
    const cause = messages.t(`document.gone.${found.withdrawn.cause}`)
    throw data(messages.t('document.withdraw.gone', { cause }), { status: 410 })
  }
  return {
    view: await documentView(program.db, found, { reader, messages }),
    done: newsOf(DONE, url.searchParams.get('gjort')),
  }
}

export default function DocumentPage({ loaderData: { view, done } }: Route.ComponentProps) {
  const { t } = useMessages()
  const [current] = view.versions
  return (
    <>
      <PageHead title={view.title} description={view.description || undefined} />
      <PageTop
        crumbs={[{ text: t('document.crumb'), href: useAddress('documents') }]}
        kind={view.kind}
        facts={[view.organisation, view.changed]}
        title={view.title}
        language={view.language}
      >
        {current?.href && <Download version={current} />}
      </PageTop>
      <div className="wide with-aside">
        <div className="stack">
          {done && <Done>{t(done)}</Done>}
          <Withdrawn withdrawn={view.withdrawn} />
          <Remarks remarks={view.remarks} />
          {view.description && (
            <p className="as-written" lang={view.language}>
              {view.description}
            </p>
          )}
          <Versions versions={view.versions} />
        </div>
        <DocumentAside view={view} />
      </div>
    </>
  )
}

function Withdrawn({ withdrawn }: Pick<DocumentView, 'withdrawn'>) {
  if (!withdrawn) return null
  return (
    <div className="box" data-color="korn">
      <p>
        <strong>{withdrawn.on}.</strong> {withdrawn.cause}.
      </p>
      <p className="as-written">{withdrawn.reason}</p>
    </div>
  )
}

/** What the file brings along without anybody seeing it; told to those who can do something about it. */
function Remarks({ remarks }: Pick<DocumentView, 'remarks'>) {
  const { t } = useMessages()
  if (remarks.length === 0) return null
  return (
    <section className="box" data-color="korn" aria-labelledby="se-over">
      <h2 className="box-title" id="se-over">
        {t('document.remarks')}
      </h2>
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
      <p className="small">{t('document.remarks.note')}</p>
    </section>
  )
}
