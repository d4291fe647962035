import { redirect } from 'react-router'
import { z } from 'zod'
import { PARTIES, type Party } from '#src/modules/notices/contract.ts'
import { countUnrecognised, listUnrecognised } from '#src/modules/notices/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { Pager } from '#src/web/ui/pager.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { UnmatchedTable } from './unmatched-table.tsx'
import { unmatchedViews } from './unmatched-view.ts'

const AT_ONCE = 50

/** Links are shared and kept, so a value that means nothing falls away. */
const Asked = z.object({
  party: z.enum(PARTIES).catch('buyer'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const { party, page } = Asked.parse(Object.fromEntries(url.searchParams))
  const { parties, total } = await listUnrecognised(db, {
    party,
    limit: AT_ONCE,
    offset: (page - 1) * AT_ONCE,
  })
  if (page > 1 && parties.length === 0) throw redirect(addressOf(address(language, 'unmatched'), party, 1))
  const others = await countUnrecognised(db, party === 'buyer' ? 'winner' : 'buyer')
  return {
    party,
    page,
    pages: Math.ceil(total / AT_ONCE),
    counts: party === 'buyer' ? { buyer: total, winner: others } : { buyer: others, winner: total },
    rows: unmatchedViews(parties, { register: await readRegister(db), language }),
  }
}

export default function UnmatchedPage({ loaderData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { party, page, pages, rows } = loaderData
  const here = useAddress('unmatched')
  return (
    <>
      <PageHead title={t('data.unknown.title')} description={t('data.unknown.lead')} unlisted />
      <PageTop
        crumbs={[{ text: t('data.title'), href: address(language, 'data') }]}
        title={t('data.unknown.title')}
        lead={t('data.unknown.lead')}
      />
      <div className="wide section stack">
        <Which here={here} party={party} counts={loaderData.counts} />
        {rows.length === 0 ? <p>{t('data.unknown.none')}</p> : <UnmatchedTable rows={rows} />}
        <Pager page={page} pages={pages} hrefOf={(other) => addressOf(here, party, other)} />
        <div className="prose">
          <h2>{t('data.unknown.help')}</h2>
          <p>{t('data.unknown.help.1')}</p>
        </div>
      </div>
    </>
  )
}

type WhichProps = {
  readonly here: string
  readonly party: Party
  readonly counts: Readonly<Record<Party, number>>
}

function Which({ here, party, counts }: WhichProps) {
  const { t, number } = useMessages()
  return (
    <nav aria-label={t('data.unknown.which')} className="no-print">
      <ul className="chips">
        {PARTIES.map((one) => (
          <li key={one}>
            <a
              className="ds-chip"
              href={addressOf(here, one, 1)}
              aria-current={one === party ? 'page' : undefined}
            >
              {t(`data.unknown.${one}`, { count: number(counts[one]) })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function addressOf(here: string, party: Party, page: number): string {
  const parameters = new URLSearchParams()
  if (party !== 'buyer') parameters.set('party', party)
  if (page > 1) parameters.set('page', String(page))
  return parameters.size > 0 ? `${here}?${parameters}` : here
}
