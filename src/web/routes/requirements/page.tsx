import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { RequirementFilter } from '#src/modules/catalogue/contract.ts'
import { findRequirements, textMatcher } from '#src/modules/catalogue/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { actorContext, programContext, requestContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { toAskedView } from '#src/web/present/asked-view.ts'
import { themeChoices } from '#src/web/routes/documents/theme-choices.ts'
import { useLanguage, useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { Pager } from '#src/web/ui/pager.tsx'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { Asked } from './asked.tsx'
import { FilterForm } from './filter-form.tsx'
import { pick, shelfOf } from './pick.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const filter = RequirementFilter.parse(Object.fromEntries(url.searchParams))
  const found = await findRequirements({ db, matcher: textMatcher() }, filter, messages.language)
  const { origin } = context.get(requestContext)
  const picked = DraftId.safeParse(url.searchParams.get('tatt'))
  return {
    filter,
    total: found.total,
    cases: found.cases,
    asked: found.requirements.map((one) => toAskedView(one, messages, origin)),
    themes: themeChoices(messages.language),
    shelf: await shelfOf(context, context.get(actorContext), messages),
    picked: picked.success ? picked.data : null,
    chosen: chosenIn(filter),
  }
}

/** What the list is narrowed by, as it stands in the address. */
function chosenIn({ q, kind, theme }: RequirementFilter): string {
  const chosen = Object.entries({ q, kind, theme }).filter((entry): entry is [string, string] => !!entry[1])
  return new URLSearchParams(chosen).toString()
}

export async function action(asked: Route.ActionArgs) {
  return data(await pick(asked), { status: 422 })
}

export default function RequirementsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { filter, themes, chosen, picked } = loaderData
  return (
    <>
      <PageHead
        title={t('knowledge.asked.title')}
        description={t('knowledge.asked.lead')}
        unlisted={chosen !== '' || filter.offset > 0}
      />
      <PageTop
        crumbs={[{ text: t('case.crumb'), href: address(useLanguage(), 'cases') }]}
        title={t('knowledge.asked.title')}
        lead={t('knowledge.asked.lead')}
      />
      <div className="wide section">
        {actionData && (
          <p className="box error-box" data-color="danger" role="alert">
            {actionData.failure}
          </p>
        )}
        {picked && <Picked draft={picked} />}
        <FilterForm filter={filter} themes={themes} />
        <div className="after-form">
          <List page={loaderData} />
        </div>
      </div>
    </>
  )
}

function Picked({ draft }: { draft: string }) {
  const { t } = useMessages()
  return (
    <p className="box" data-color="mose" role="status">
      {t('knowledge.asked.picked')}{' '}
      <To page="draft" params={{ draft }}>
        {t('knowledge.asked.picked.link')}
      </To>
    </p>
  )
}

type Page = Route.ComponentProps['loaderData']

function List({ page: { asked, total, cases, chosen, shelf, filter } }: { page: Page }) {
  const { t } = useMessages()
  const base = useAddress('requirements')
  const compare = useAddress('requirementsCompared')
  if (total === 0) return <Nothing isNarrowed={chosen !== ''} />
  return (
    <>
      <div role="status">
        <h2 className="list-count">{t('knowledge.asked.count', { count: total, cases })}</h2>
      </div>
      <form id="sammenlign" action={compare} className="asked-bar">
        <button className="ds-button" type="submit" data-variant="secondary">
          {t('knowledge.asked.compare')}
        </button>
        <span className="small quiet">{t('knowledge.asked.compare.help')}</span>
      </form>
      <ul className="plain-list">
        {asked.map((one) => (
          <Asked key={one.id} one={one} shelf={shelf} search={chosen && `?${chosen}`} />
        ))}
      </ul>
      <Pager
        page={Math.floor(filter.offset / filter.limit) + 1}
        pages={Math.ceil(total / filter.limit)}
        hrefOf={(number) => `${base}?${chosen}&offset=${(number - 1) * filter.limit}`}
      />
    </>
  )
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useMessages()
  if (!isNarrowed)
    return (
      <div className="box">
        <p>{t('knowledge.asked.empty')}</p>
        <p>
          <To page="share">{t('sharing.start.title')}</To>
        </p>
      </div>
    )
  return (
    <p role="status">
      {t('knowledge.asked.none')} <To page="requirements">{t('knowledge.asked.clear')}</To>
    </p>
  )
}
