import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { casesByIds, findCase, solutionsOfCase } from '#src/modules/catalogue/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { KeyFigures, Section } from '#src/web/ui/facts.tsx'
import { HitList, Tags } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { CaseAside } from './aside.tsx'
import { AboutCase, Competition, Contract, MarketDialogue, Need, Requirements } from './blocks.tsx'
import { type CaseView, toCaseView } from './case-view.ts'
import { Effects } from './effects.tsx'
import { Steps } from './steps.tsx'
import { Who } from './who.tsx'

const SIMILAR = 4

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db, search } = context.get(programContext)
  const language = languageOf(new URL(request.url).pathname)
  const id = CaseId.safeParse(params.id)
  const lookup = id.success ? await findCase(db, id.data) : null
  if (!lookup) throw data(null, { status: 404 })
  if (lookup.status === 'withdrawn') throw data(lookup.reason, { status: 410 })
  if (lookup.status === 'merged') throw redirect(address(language, 'case', { id: lookup.into }), 301)
  const [solutions, hits] = await Promise.all([
    solutionsOfCase(db, lookup.case.id),
    search.similar(lookup.case.id, { limit: SIMILAR, types: ['case'] }),
  ])
  const similar = await casesByIds(
    db,
    hits.filter((hit) => hit.type === 'case').map((hit) => hit.id),
  )
  return { view: toCaseView(lookup.case, { solutions, similar }, messagesIn(language)) }
}

export default function CasePage({ loaderData: { view } }: Route.ComponentProps) {
  const { t } = useMessages()
  const { identity, need, language } = view.content
  return (
    <>
      <PageHead title={identity.title} description={need?.text} />
      <PageTop
        crumbs={view.crumbs}
        kind={t(`case.kind.${identity.kind}`)}
        facts={view.facts}
        title={identity.title}
        language={language}
        lead={need?.text ?? null}
      >
        <Tags tags={view.tags} />
      </PageTop>
      <div className="wide with-aside">
        <div>
          <NotProcurement view={view} />
          <Results view={view} />
          <Need need={need} language={language} />
          <UserInvolvement content={view.content} />
          <Requirements content={view.content} />
          <Steps view={view} />
          <MarketDialogue content={view.content} />
          <Competition content={view.content} />
          <Contract content={view.content} />
          <Lessons content={view.content} />
          <Solutions view={view} />
          <Who view={view} />
          <AboutCase view={view} />
          <Missing view={view} />
        </div>
        <CaseAside view={view} />
      </div>
      <Similar view={view} />
    </>
  )
}

/** A grant or a ruling is worth knowing, and is not called an innovative procurement. */
function NotProcurement({ view }: { view: CaseView }) {
  const { t } = useMessages()
  const { kind } = view.content.identity
  if (kind === 'procurement') return null
  return (
    <p className="box" data-color="korn">
      {t(`case.notProcurement.${kind}`)}
    </p>
  )
}

function Results({ view }: { view: CaseView }) {
  const { t } = useMessages()
  if (view.content.effects.length === 0) return null
  return (
    <Section title={t('case.results')} id="resultater">
      <KeyFigures figures={view.figures} language={view.content.language} />
      <Effects effects={view.content.effects} language={view.content.language} />
    </Section>
  )
}

function UserInvolvement({ content }: { content: CaseView['content'] }) {
  const { t } = useMessages()
  if (!content.userInvolvement) return null
  return (
    <Section title={t('case.userInvolvement')} id="brukere">
      <p lang={content.language}>{content.userInvolvement.text}</p>
    </Section>
  )
}

function Lessons({ content }: { content: CaseView['content'] }) {
  const { t } = useMessages()
  if (content.lessons.length === 0) return null
  return (
    <Section title={t('case.lessons')} id="laerdommer">
      <ul className="lessons plain-list" lang={content.language}>
        {content.lessons.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  )
}

function Solutions({ view }: { view: CaseView }) {
  const { t } = useMessages()
  if (view.solutions.length === 0) return null
  return (
    <Section title={t('case.solutions')} id="losninger">
      <ul className="effects plain-list">
        {view.solutions.map(({ href, name, description, language }) => (
          <li key={href} lang={language}>
            <h3>
              <a href={href}>{name}</a>
            </h3>
            <p>{description}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Missing({ view }: { view: CaseView }) {
  const { t } = useMessages()
  if (view.missing.length === 0) return null
  return (
    <Section title={t('case.missing')} id="mangler">
      <p>{t('case.missing.lead')}</p>
      <ul className="columns">
        {view.missing.map((block) => (
          <li key={block}>{t(`case.block.${block}`)}</li>
        ))}
      </ul>
    </Section>
  )
}

function Similar({ view }: { view: CaseView }) {
  const { t } = useMessages()
  if (view.similar.length === 0) return null
  return (
    <section className="wide section" aria-labelledby="ligner">
      <h2 id="ligner">{t('case.similar')}</h2>
      <HitList hits={view.similar} />
    </section>
  )
}
