import { messagesIn } from '#src/messages/index.ts'
import { SolutionFilter } from '#src/modules/catalogue/contract.ts'
import { listSolutions } from '#src/modules/catalogue/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { solutionHit } from '#src/web/present/solution-hit.ts'
import { HitList } from '#src/web/ui/hit.tsx'
import { useLanguage, useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { Pager } from '#src/web/ui/pager.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const filter = SolutionFilter.parse(Object.fromEntries(url.searchParams))
  const { total, solutions } = await listSolutions(db, filter)
  return { filter, total, hits: solutions.map((solution) => solutionHit(solution, messages)) }
}

export default function SolutionsPage({ loaderData: { filter, total, hits } }: Route.ComponentProps) {
  const { t } = useMessages()
  const base = address(useLanguage(), 'solutions')
  return (
    <>
      <PageHead
        title={t('solution.list.title')}
        description={t('solution.list.lead')}
        unlisted={filter.offset > 0}
      />
      <PageTop
        crumbs={[{ text: t('case.crumb'), href: address(useLanguage(), 'cases') }]}
        title={t('solution.list.title')}
        lead={t('solution.list.lead')}
      />
      <div className="wide section">
        <HitList hits={hits} level={2} />
        <Pager
          page={Math.floor(filter.offset / filter.limit) + 1}
          pages={Math.ceil(total / filter.limit)}
          hrefOf={(page) => `${base}?offset=${(page - 1) * filter.limit}`}
        />
        <p className="quiet small section">{t('solution.fair')}</p>
      </div>
    </>
  )
}
