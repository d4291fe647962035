import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import {
  contactPersons,
  findNotice,
  judgementsOf,
  judgesFor,
  noticesOfProcedure,
  noticeVersions,
} from '#src/modules/notices/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { alikeHits } from '#src/web/present/alike-hits.ts'
import { toJudgementView } from '#src/web/present/judgement-view.ts'
import { searchAddress } from '#src/web/present/search-address.ts'
import { searchHits } from '#src/web/present/search-hits.ts'
import { toldCases } from '#src/web/present/told-cases.ts'
import { publicReads } from '#src/web/reads.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { HitList, Tags } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { NoticeAside } from './aside.tsx'
import { Innovation } from './innovation.tsx'
import { JudgedInnovation } from './judgement.tsx'
import { Lots } from './lots.tsx'
import { NoticeFacts } from './notice-facts.tsx'
import { type NoticeView, toNoticeView } from './notice-view.ts'
import { OthersHaveBought } from './others-have-bought.tsx'
import { ToldCases } from './told-cases.tsx'

const SIMILAR = 4

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const { db, search, now: clock } = program
  const language = languageOf(new URL(request.url).pathname)
  const messages = messagesIn(language)
  const now = clock()
  const notice = await findNotice(db, params.id)
  if (!notice) throw data(null, { status: 404 })
  // An address without a version leads to the version that counts now.
  if (notice.id !== params.id) throw redirect(address(language, 'notice', { id: notice.id }), 302)
  const [versions, process, contacts, found] = await Promise.all([
    noticeVersions(db, notice.id),
    noticesOfProcedure(db, notice),
    contactPersons(db, notice.id, now),
    search.similar(notice.id, { limit: SIMILAR, types: ['notice'] }),
  ])
  const similar = await searchHits(db, found, { messages, now })
  const remember = publicReads(context)
  const actor = context.get(actorContext)
  const buyers = notice.buyers.flatMap(({ organisation }) => organisation?.id ?? [])
  const [judgement] = await judgementsOf(db, notice.id)
  return {
    view: toNoticeView(notice, { versions, process, contacts, similar, now }, messages),
    judged: {
      id: notice.id as string,
      judgement: judgement?.assessment ? toJudgementView(judgement) : null,
      mayJudge: actor !== null && judgesFor(actor, buyers) !== null,
    },
    told: await toldCases(db, [notice.noticeId, notice.publicationNumber, ...versions.map(({ id }) => id)]),
    cases: await alikeHits(program, notice.id, { type: 'case', limit: SIMILAR, messages, remember }),
  }
}

export default function NoticePage({ loaderData: { view, judged, told, cases } }: Route.ComponentProps) {
  const { t, date, dateTime, language } = useMessages()
  const facts = [
    view.publishedOn
      ? t('notice.published', { date: date(view.publishedOn) })
      : view.dispatchedAt && t('notice.dispatched', { date: date(new Date(view.dispatchedAt)) }),
    view.lastDeadline &&
      t(view.open ? 'notice.open' : 'notice.closed', { deadline: dateTime(view.lastDeadline) }),
  ].filter((fact) => typeof fact === 'string')
  return (
    <>
      <PageHead title={view.title} description={view.description} />
      <PageTop
        crumbs={[{ text: t('notice.crumb'), href: searchAddress(language, { type: ['notice'] }) }]}
        kind={view.kind}
        facts={facts}
        title={view.title}
        language={view.language}
      >
        <p className="lead">
          {view.buyers.length === 0
            ? t('notice.buyers.unknown')
            : view.buyers
                .slice(0, 3)
                .map(({ name }) => name)
                .join(', ')}
          {view.buyers.length > 3 && ` ${t('case.more', { count: view.buyers.length - 3 })}`}
        </p>
        {view.declared.length > 0 && <Tags tags={[{ text: t('notice.declared'), color: 'lyng' }]} />}
      </PageTop>
      <div className="wide with-aside">
        <div>
          <Newer newer={view.newer} />
          <Section title={t('notice.facts')} id="kort">
            <NoticeFacts view={view} />
          </Section>
          <Description view={view} />
          <Changes view={view} />
          <Lots lots={view.lots} heading="notice.lots" language={view.language} />
          <Lots lots={view.parts} heading="notice.parts" language={view.language} />
          <JudgedInnovation {...judged} />
          <Innovation view={view} />
          <ToldCases id={judged.id} told={told} />
        </div>
        <NoticeAside view={view} />
      </div>
      <OthersHaveBought cases={cases} title={view.title} />
      {view.similar.length > 0 && (
        <section className="wide section" aria-labelledby="ligner">
          <h2 id="ligner">{t('notice.similar')}</h2>
          <HitList hits={view.similar} />
        </section>
      )}
    </>
  )
}

function Newer({ newer }: { newer: NoticeView['newer'] }) {
  const { t } = useMessages()
  if (!newer) return null
  return (
    <p className="box" data-color="korn">
      {t('notice.newer')} <a href={newer.href}>{t('notice.newer.link', { version: newer.version })}</a>
    </p>
  )
}

function Description({ view }: { view: NoticeView }) {
  const { t } = useMessages()
  if (!view.description) return null
  return (
    <Section title={t('notice.what')} id="hva">
      <p className="as-written" lang={view.language}>
        {view.description}
      </p>
    </Section>
  )
}

function Changes({ view }: { view: NoticeView }) {
  const { t } = useMessages()
  if (view.changes.length === 0) return null
  return (
    <Section title={t('notice.changes')} id="endret">
      <ul lang={view.language}>
        {view.changes.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  )
}
