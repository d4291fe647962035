import { CASE_KINDS } from '#src/modules/catalogue/contract.ts'
import { countCasesByKind, isInnovativeProcurement, listSolutions } from '#src/modules/catalogue/index.ts'
import {
  countUnrecognised,
  dataStatus,
  listQuarantine,
  problemText,
  type QuarantineItem,
  sourceStates,
} from '#src/modules/notices/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import { concepts, themes } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { conceptUse, countConcepts } from '#src/web/present/concept-links.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { DataTable } from './data-table.tsx'
import { Fetching } from './fetching.tsx'
import { fetchingViews } from './fetching-view.ts'

const LISTED = 100

export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname)
  const { db, search, now, config } = context.get(programContext)
  const [register, byKind, solutions, notices, refused, sources, buyers, winners] = await Promise.all([
    readRegister(db),
    countCasesByKind(db),
    listSolutions(db, { limit: 1, offset: 0 }),
    dataStatus(db),
    listQuarantine(db, { limit: LISTED }),
    sourceStates(db, now()),
    countUnrecognised(db, 'buyer'),
    countUnrecognised(db, 'winner'),
  ])
  const count = (wanted: boolean) =>
    CASE_KINDS.filter((kind) => isInnovativeProcurement(kind) === wanted).reduce(
      (sum, kind) => sum + byKind[kind],
      0,
    )
  return {
    rows: [
      { what: 'procurement', count: count(true), source: 'cases', licence: 'ccby' },
      { what: 'otherCases', count: count(false), source: 'cases', licence: 'ccby' },
      { what: 'solutions', count: solutions.total, source: 'cases', licence: 'ccby' },
      { what: 'notices', count: notices.notices, source: 'notices', licence: 'public' },
      {
        what: 'municipalities',
        count: register.municipalities.size,
        source: 'municipalities',
        licence: 'ccby',
      },
      { what: 'counties', count: register.counties.size, source: 'municipalities', licence: 'ccby' },
      { what: 'jointBodies', count: register.jointBodies.length, source: 'jointBodies', licence: 'ccby' },
      { what: 'themes', count: themes().length, source: 'own', licence: 'ccby' },
      { what: 'concepts', count: concepts().length, source: 'own', licence: 'ccby' },
    ] as const,
    concepts: conceptUse(await countConcepts(search)),
    period: { from: notices.oldestPublishedOn, to: notices.newestPublishedOn },
    lastReceivedAt: notices.lastReceivedAt?.toISOString() ?? null,
    fetching: fetchingViews(sources, { daily: config.IMPORT_DAILY, language }),
    quarantined: notices.quarantined,
    unrecognised: buyers + winners,
    reasons: reasons(refused.items, language),
  }
}

export type DataPageData = Awaited<ReturnType<typeof loader>>

/** Why things were refused, the same reason once. */
function reasons(items: readonly QuarantineItem[], language: Language) {
  const texts = items.flatMap(({ problems }) => problems.map((problem) => problemText(problem, language)))
  return [...Map.groupBy(texts, (text) => text)].map(([text, all]) => ({ text, count: all.length }))
}

const HOW = [
  'data.how.cases',
  'data.how.notices',
  'data.how.boughtFor',
  'data.how.dfo',
  'data.how.map',
] as const

export default function DataPage({ loaderData }: Route.ComponentProps) {
  const { t, parts, number } = useMessages()
  return (
    <>
      <PageHead title={t('data.title')} description={t('data.lead')} />
      <PageTop title={t('data.title')} lead={t('data.lead')} />
      <div className="wide section prose">
        <DataTable loaded={loaderData} />
        <Fetching sources={loaderData.fetching} />
        <h2>{t('data.how')}</h2>
        {HOW.map((key) => (
          <p key={key}>{t(key)}</p>
        ))}
        <ConceptsWithoutCases use={loaderData.concepts} />
        <p>
          <To page="innovationRules">{t('innovation.rules.title')}</To>
        </p>
        <h2>{t('data.refused')}</h2>
        <p>
          {loaderData.quarantined === 0
            ? t('data.refused.none')
            : t('data.refused.count', { count: loaderData.quarantined })}
        </p>
        {loaderData.reasons.length > 0 && (
          <ul>
            {loaderData.reasons.map(({ text, count }) => (
              <li key={text}>
                {text} ({number(count)})
              </li>
            ))}
          </ul>
        )}
        <h2>{t('data.unknown')}</h2>
        <p>
          {parts(
            'data.unknown.count',
            {
              link: (text) => (
                <To key="list" page="unmatched">
                  {text}
                </To>
              ),
            },
            { count: loaderData.unrecognised },
          )}
        </p>
        <h2>{t('data.use')}</h2>
        <p>
          {parts('data.use.1', {
            api: (text) => (
              <a key="api" href="/api/v1/">
                {text}
              </a>
            ),
          })}
        </p>
      </div>
    </>
  )
}

/** The thesaurus covers what municipalities do, and is not fitted to the examples: so it is told how much they leave. */
function ConceptsWithoutCases({ use }: { use: DataPageData['concepts'] }) {
  const { t } = useMessages()
  const count = use.total - use.withCases
  const share = Math.round((100 * count) / use.total)
  return (
    <p>
      {t('data.concepts', { total: use.total, count, share })}{' '}
      <To page="themes">{t('data.concepts.link')}</To>
    </p>
  )
}
