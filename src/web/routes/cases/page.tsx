import { messagesIn } from '#src/messages/index.ts'
import { CASE_KINDS, CaseFilter } from '#src/modules/catalogue/contract.ts'
import { listCases } from '#src/modules/catalogue/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { countFound } from '#src/web/present/case-counts.ts'
import { caseHit } from '#src/web/present/case-hit.ts'
import { HitList } from '#src/web/ui/hit.tsx'
import { useLanguage, useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { Pager } from '#src/web/ui/pager.tsx'
import { SearchField } from '#src/web/ui/search-field.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, search } = context.get(programContext)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const filter = CaseFilter.parse(Object.fromEntries(url.searchParams))
  const [{ total, cases }, counts] = await Promise.all([
    listCases(db, filter),
    countFound(search, { type: ['case'] }),
  ])
  return {
    filter,
    total,
    hits: cases.map((summary) => caseHit(summary, messagesIn(language))),
    kinds: CASE_KINDS.map((kind) => ({ kind, count: counts.of('kind', kind) })).filter(
      ({ count }) => count > 0,
    ),
  }
}

export default function CasesPage({ loaderData: { filter, total, hits, kinds } }: Route.ComponentProps) {
  const { t } = useMessages()
  const language = useLanguage()
  const base = address(language, 'cases')
  const hrefOf = (page: number) =>
    `${base}?${new URLSearchParams({ ...(filter.kind && { kind: filter.kind }), offset: `${(page - 1) * filter.limit}` })}`
  return (
    <>
      <PageHead title={t('case.list.title')} description={t('case.list.lead')} unlisted={filter.offset > 0} />
      <PageTop title={t('case.list.title')} lead={t('case.list.lead')}>
        <div className="after-lead">
          <SearchField label={t('case.list.search')} />
        </div>
      </PageTop>
      <div className="wide section">
        <nav aria-label={t('case.list.kinds')}>
          <ul className="choices">
            <KindLink href={base} current={!filter.kind} text={t('case.list.all')} />
            {kinds.map(({ kind, count }) => (
              <KindLink
                key={kind}
                href={`${base}?kind=${kind}`}
                current={filter.kind === kind}
                text={t(`case.kinds.${kind}`)}
                count={count}
              />
            ))}
          </ul>
        </nav>
        <h2 className="list-count">{t('case.list.count', { count: total })}</h2>
        <HitList hits={hits} />
        <Pager
          page={Math.floor(filter.offset / filter.limit) + 1}
          pages={Math.ceil(total / filter.limit)}
          hrefOf={hrefOf}
        />
        <ul className="section plain-list">
          <li>
            <To page="solutions">{t('case.list.solutions')}</To>
          </li>
          <li>
            <To page="requirements">{t('knowledge.asked.nav')}</To>
          </li>
          <li>
            <To page="documents">{t('document.bank.title')}</To>
          </li>
          <li>
            <To page="stops">{t('knowledge.stops.nav')}</To>
          </li>
        </ul>
      </div>
    </>
  )
}

type KindLinkProps = {
  readonly href: string
  readonly current: boolean
  readonly text: string
  readonly count?: number
}

function KindLink({ href, current, text, count }: KindLinkProps) {
  const { number } = useMessages()
  return (
    <li>
      <a
        className="ds-button"
        data-variant={current ? 'primary' : 'secondary'}
        data-size="sm"
        href={href}
        aria-current={current ? 'true' : undefined}
      >
        {text}
        {count !== undefined && <span className="count">{number(count)}</span>}
      </a>
    </li>
  )
}
