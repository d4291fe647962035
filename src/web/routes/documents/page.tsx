import { messagesIn } from '#src/messages/index.ts'
import { BankFilter } from '#src/modules/documents/contract.ts'
import { BANK_PAGE, documentBank } from '#src/modules/documents/index.ts'
import { mayContribute } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { documentHits } from '#src/web/present/document-hits.ts'
import { HitList } from '#src/web/ui/hit.tsx'
import { useLanguage, useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { Pager } from '#src/web/ui/pager.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { BankFilterForm } from './bank-filter-form.tsx'
import { themeChoices } from './theme-choices.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const { db } = program
  const actor = context.get(actorContext)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const filter = BankFilter.parse(Object.fromEntries(url.searchParams))
  const { total, documents } = await documentBank(program, actor, filter)
  const organisation = OrganisationId.safeParse(filter.organisation)
  return {
    filter,
    total,
    themes: themeChoices(language),
    hits: await documentHits(db, documents, messagesIn(language)),
    organisation: organisation.success
      ? ((await findOrganisationById(db, organisation.data))?.name ?? null)
      : null,
    mayAdd: actor !== null && mayContribute(actor),
  }
}

export default function DocumentsPage({ loaderData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { filter, total, hits, themes, organisation, mayAdd } = loaderData
  const base = address(useLanguage(), 'documents')
  const chosen = Object.entries(filter).filter(([name, value]) => name !== 'page' && value)
  const hrefOf = (page: number) =>
    `${base}?${new URLSearchParams([...chosen.map(([name, value]) => [name, String(value)]), ['page', String(page)]])}`
  return (
    <>
      <PageHead
        title={t('document.bank.title')}
        description={t('document.bank.lead')}
        unlisted={chosen.length > 0 || filter.page > 1}
      />
      <PageTop title={t('document.bank.title')} lead={t('document.bank.lead')}>
        {mayAdd && (
          <p className="after-lead">
            <To page="documentNew" className="ds-button">
              {t('document.bank.add')}
            </To>
          </p>
        )}
      </PageTop>
      <div className="wide section">
        <BankFilterForm filter={filter} themes={themes} />
        <h2 className="list-count">
          {t('document.bank.count', { count: total })}
          {organisation && ` ${t('document.bank.of', { organisation })}`}
        </h2>
        {total === 0 && <Nothing isNarrowed={chosen.length > 0} />}
        <HitList hits={hits} />
        <Pager page={filter.page} pages={Math.ceil(total / BANK_PAGE)} hrefOf={hrefOf} />
      </div>
    </>
  )
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useMessages()
  if (isNarrowed) {
    return (
      <p>
        {t('document.bank.nomatch')} <To page="documents">{t('document.bank.clear')}</To>
      </p>
    )
  }
  return (
    <div className="box">
      <h3>{t('document.bank.empty.title')}</h3>
      <p>{t('document.bank.empty.text')}</p>
      <p>
        <To page="cases">{t('document.bank.empty.cases')}</To>
      </p>
    </div>
  )
}
