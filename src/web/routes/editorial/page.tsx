import { messagesIn } from '#src/messages/index.ts'
import { recentlyPublished } from '#src/modules/catalogue/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { submittedDrafts } from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

const NEWEST = 30

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { db } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const drafts = await submittedDrafts(db, actor)
  const organisations = await organisationsByIds(
    db,
    drafts.map((draft) => draft.organisation),
  )
  return {
    submitted: drafts.map((draft) => ({
      id: draft.id,
      title: draftTitle(draft, messages),
      size: draft.size,
      status: draft.status,
      organisation: organisations.get(draft.organisation)?.name ?? '',
      submittedAt: draft.submittedAt,
    })),
    published: await recentlyPublished(db, NEWEST),
  }
}

type Page = Route.ComponentProps['loaderData']

export default function EditorialPage({ loaderData: { submitted, published } }: Route.ComponentProps) {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('sharing.editorial.title')} unlisted />
      <PageTop title={t('sharing.editorial.title')} lead={t('sharing.editorial.lead')}>
        <p className="after-lead">
          <To page="administration">{t('people.administration.title')}</To>
        </p>
      </PageTop>
      <div className="wide section">
        <section className="part">
          <h2>{t('sharing.editorial.submitted')}</h2>
          {submitted.length === 0 && <p>{t('sharing.editorial.submitted.none')}</p>}
          <ul className="draft-list plain-list">
            {submitted.map((draft) => (
              <Submitted key={draft.id} draft={draft} />
            ))}
          </ul>
        </section>
        <section className="part">
          <h2>{t('sharing.editorial.published')}</h2>
          {published.length === 0 && <p>{t('sharing.editorial.published.none')}</p>}
          <ul className="draft-list plain-list">
            {published.map((one) => (
              <Published key={`${one.id} ${one.version}`} one={one} />
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}

function Submitted({ draft }: { draft: Page['submitted'][number] }) {
  const { t, dateTime } = useMessages()
  const { id, title, size, status, organisation, submittedAt } = draft
  return (
    <li>
      <p className="hit-facts">
        <span>{t(`sharing.size.${size}`)}</span>
        <span>{organisation}</span>
        {submittedAt && <span>{dateTime(submittedAt)}</span>}
      </p>
      <h3>
        <To page="draftPublish" params={{ draft: id }}>
          {title}
        </To>
      </h3>
      {status === 'changes-requested' && (
        <p className="small quiet">{t('sharing.status.changes-requested')}</p>
      )}
    </li>
  )
}

function Published({ one }: { one: Page['published'][number] }) {
  const { t, dateTime } = useMessages()
  const { id, title, language, version, at, organisation } = one
  return (
    <li>
      <p className="hit-facts">
        <span>{t('sharing.version', { version })}</span>
        {organisation && <span>{organisation}</span>}
        <span>{dateTime(at)}</span>
      </p>
      <h3 lang={language}>
        <To page="case" params={{ id }}>
          {title}
        </To>
      </h3>
      <p className="jump">
        {version > 1 && (
          <To page="caseChanges" params={{ id, from: String(version - 1), to: String(version) }}>
            {t('sharing.history.changes')}
          </To>
        )}
        <To page="caseAsk" params={{ id }}>
          {t('sharing.ask')}
        </To>
      </p>
    </li>
  )
}
