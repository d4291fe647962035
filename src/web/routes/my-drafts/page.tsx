import { messagesIn } from '#src/messages/index.ts'
import { casesByIds, casesOwnedBy } from '#src/modules/catalogue/index.ts'
import { findPerson } from '#src/modules/identity/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { commentsOfCase, draftsOf, mayPublish, progressOf } from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { DraftList } from './draft-list.tsx'
import { PublishedList } from './published-list.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { db } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const drafts = await draftsOf(db, actor)
  const organisations = await organisationsByIds(
    db,
    drafts.map((draft) => draft.organisation),
  )
  const people = await Promise.all(
    [...new Set(drafts.map((draft) => draft.savedBy))].map((id) => findPerson(db, id)),
  )
  const names = new Map(people.flatMap((person) => (person?.name ? [[person.id, person.name]] : [])))
  const views = drafts.map((draft) => {
    const { steps } = progressOf(draft)
    return {
      id: draft.id,
      title: draftTitle(draft, messages),
      size: draft.size,
      status: draft.status,
      done: steps.filter(({ state }) => state === 'done').length,
      of: steps.length,
      savedAt: draft.savedAt,
      savedBy: names.get(draft.savedBy) ?? null,
      isMine: draft.createdBy === actor.personId || draft.savedBy === actor.personId,
      waitsForMe: draft.status === 'submitted' && mayPublish(actor, draft),
      organisation:
        draft.organisation === actor.organisation
          ? null
          : (organisations.get(draft.organisation)?.name ?? null),
    }
  })
  const owned = await casesByIds(db, await casesOwnedBy(db, [...actor.actsFor]))
  const asked = await Promise.all(owned.map(({ id }) => commentsOfCase(db, id)))
  const suggesters = await organisationsByIds(
    db,
    asked.flat().flatMap(({ askedFor }) => askedFor ?? []),
  )
  return {
    waiting: views.filter(({ waitsForMe }) => waitsForMe),
    mine: views.filter(({ waitsForMe, isMine }) => isMine && !waitsForMe),
    others: views.filter(({ waitsForMe, isMine }) => !isMine && !waitsForMe),
    published: owned.map(({ id, title, language, level, updatedAt }, place) => ({
      id,
      title,
      language,
      level,
      updatedAt,
      asked: (asked[place] ?? [])
        .filter(({ resolvedAt }) => resolvedAt === null)
        .map(({ text, askedFor }) => (askedFor ? `${suggesters.get(askedFor)?.name ?? '–'}: ${text}` : text)),
    })),
    organisationName: actor.organisationName,
    isDiscarded: new URL(request.url).searchParams.get('varsel') === 'slettet',
  }
}

export type MyDrafts = Awaited<ReturnType<typeof loader>>
export type DraftView = MyDrafts['mine'][number]

export default function MyDraftsPage({ loaderData: page }: Route.ComponentProps) {
  const { t } = useMessages()
  const isEmpty = page.waiting.length + page.mine.length + page.others.length === 0
  return (
    <>
      <PageHead title={t('sharing.mine.title')} unlisted />
      <PageTop title={t('sharing.mine.title')} lead={t('sharing.mine.lead')}>
        <p className="after-lead">
          <To page="share" className="ds-button">
            {t('sharing.mine.new')}
          </To>{' '}
          <To page="myAdoptions">{t('adoptions.mine.title')}</To>
        </p>
      </PageTop>
      <div className="wide section">
        {page.isDiscarded && (
          <p className="box" data-color="fjord" role="status">
            {t('sharing.mine.discarded')}
          </p>
        )}
        {isEmpty && <p>{t('sharing.mine.empty')}</p>}
        <DraftList title={t('sharing.mine.waiting')} drafts={page.waiting} />
        <DraftList title={t('sharing.mine.yours')} drafts={page.mine} />
        <DraftList
          title={t('sharing.mine.others', { name: page.organisationName ?? '' })}
          drafts={page.others}
        />
        <PublishedList cases={page.published} />
      </div>
    </>
  )
}
