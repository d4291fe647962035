import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import {
  casesByIds,
  contactsOf,
  findCase,
  requirementsOf,
  solutionsOfCase,
} from '#src/modules/catalogue/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { adoptersView } from '#src/web/present/adopters-view.ts'
import { alikeHits } from '#src/web/present/alike-hits.ts'
import { publicReads } from '#src/web/reads.ts'
import { subjectDocuments } from '#src/web/routes/documents/subject-documents.ts'
import { SubjectDocumentsSection } from '#src/web/routes/documents/subject-documents-section.tsx'
import { Tags } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { Adopters, TakeIntoUse } from './adopters.tsx'
import { Alike } from './alike.tsx'
import { CaseAside } from './aside.tsx'
import { CaseStory } from './case-story.tsx'
import { toCaseView } from './case-view.ts'
import { Contacts } from './contacts.tsx'
import { CaseNews, CaseStanding } from './standing.tsx'
import { standingView } from './standing-view.ts'

const SIMILAR = 4

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const { db } = program
  const remember = publicReads(context)
  const language = languageOf(new URL(request.url).pathname)
  const id = CaseId.safeParse(params.id)
  const lookup = id.success ? await remember(['case', id.data], () => findCase(db, id.data)) : null
  if (!lookup) throw data(null, { status: 404 })
  if (lookup.status === 'withdrawn') throw data(lookup.reason, { status: 410 })
  if (lookup.status === 'merged') throw redirect(address(language, 'case', { id: lookup.into }), 301)
  const messages = messagesIn(language)
  const alike = (type: 'case' | 'notice') =>
    alikeHits(program, lookup.case.id, { type, limit: SIMILAR, messages, remember })
  const [solutions, cases, notices] = await Promise.all([
    remember(['solutionsOfCase', lookup.case.id], () => solutionsOfCase(db, lookup.case.id)),
    alike('case'),
    alike('notice'),
  ])
  const taken = requirementsOf(lookup.case.content).flatMap(({ takenFrom }) => takenFrom?.case ?? [])
  const origins = await casesByIds(db, [...new Set(taken)])
  const standing = await standingView(lookup.case, { request, context }, messages)
  const reader = context.get(actorContext)
  const adopters = await adoptersView(db, { found: lookup.case, solutions }, { reader, messages })
  const subject = { kind: 'case', id: lookup.case.id } as const
  const documents = await subjectDocuments(db, subject, { reader, messages })
  const view = toCaseView(lookup.case, { solutions, origins }, messages)
  const contacts = await contactsOf(program, lookup.case.id)
  return {
    ...{ view, adopters, documents, standing },
    alike: { cases, notices },
    contacts: contacts.map(({ name, email, until }) => ({ name, email, until: until.toString() })),
  }
}

export default function CasePage({ loaderData }: Route.ComponentProps) {
  const { view, adopters, documents, standing, alike, contacts } = loaderData
  const { t } = useMessages()
  const { identity, need, language } = view.content
  return (
    <>
      <PageHead title={identity.title} description={need?.text} />
      <PageTop
        crumbs={view.crumbs}
        kind={t(identity.level === 'experience' ? 'case.level.experience' : `case.kind.${identity.kind}`)}
        facts={view.facts}
        title={identity.title}
        language={language}
        lead={need?.text ?? null}
      >
        <Tags tags={view.tags} />
      </PageTop>
      <CaseNews news={standing.news} />
      <div className="wide with-aside">
        <div>
          <CaseStory view={view} />
          <Adopters id={view.id} adopters={adopters} />
          <SubjectDocumentsSection documents={documents} />
        </div>
        <div className="stack">
          {view.isProcurement && <TakeIntoUse id={view.id} />}
          <Contacts contacts={contacts} />
          <CaseAside view={view} mayAdd={standing.mayCorrect} />
          <CaseStanding standing={standing} />
        </div>
      </div>
      <Alike cases={alike.cases} notices={alike.notices} />
    </>
  )
}
