import type { ReactNode } from 'react'
import { messagesIn } from '#src/messages/index.ts'
import { MOST_COMPARED, RequirementId } from '#src/modules/catalogue/contract.ts'
import { requirementsByIds } from '#src/modules/catalogue/index.ts'
import { programContext, requestContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { type AskedView, toAskedView } from '#src/web/present/asked-view.ts'
import { Unknown } from '#src/web/ui/facts.tsx'
import { useLanguage, useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const ids = [...new Set(url.searchParams.getAll('id'))].flatMap((id) => {
    const read = RequirementId.safeParse(id)
    return read.success ? [read.data] : []
  })
  const found = await requirementsByIds(db, ids.slice(0, MOST_COMPARED))
  const { origin } = context.get(requestContext)
  return { asked: found.map((one) => toAskedView(one, messages, origin)) }
}

export default function ComparePage({ loaderData: { asked } }: Route.ComponentProps) {
  const { t } = useMessages()
  const title =
    asked.length < 2 ? t('knowledge.asked.title') : t('knowledge.compare.title', { count: asked.length })
  return (
    <>
      <PageHead title={title} unlisted />
      <PageTop
        crumbs={[{ text: t('knowledge.asked.title'), href: address(useLanguage(), 'requirements') }]}
        title={title}
        lead={t('knowledge.compare.lead')}
      />
      <div className="wide section">
        {asked.length < 2 ? <p role="status">{t('knowledge.compare.few')}</p> : <SideBySide asked={asked} />}
        <p>
          <To page="requirements">{t('knowledge.compare.back')}</To>
        </p>
      </div>
    </>
  )
}

function SideBySide({ asked }: { asked: readonly AskedView[] }) {
  const { t } = useMessages()
  return (
    <section className="side-by-side" aria-label={t('knowledge.compare.table')}>
      <table className="ds-table">
        <caption className="ds-sr-only">{t('knowledge.compare.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('knowledge.compare.row.who')}</th>
            {asked.map((one) => (
              <th key={one.id} scope="col">
                {one.who} ({one.year})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={t('knowledge.compare.row.kind')} asked={asked} cell={(one) => one.kind} />
          <Row
            name={t('knowledge.compare.row.text')}
            asked={asked}
            cell={(one) => <span lang={one.language}>{one.text}</span>}
          />
          <Row
            name={t('knowledge.compare.row.strength')}
            asked={asked}
            cell={(one) => one.strength && t(`case.requirement.${one.strength}`)}
          />
          <Row
            name={t('knowledge.compare.row.measuredBy')}
            asked={asked}
            cell={(one) => one.measuredBy && <span lang={one.language}>{one.measuredBy}</span>}
          />
          <Row name={t('knowledge.compare.row.weight')} asked={asked} cell={(one) => one.weight} />
          <Row
            name={t('knowledge.compare.row.remarks')}
            asked={asked}
            cell={(one) => one.remarks.join(' ') || t('knowledge.compare.noRemarks')}
          />
          <Row
            name={t('knowledge.compare.row.case')}
            asked={asked}
            cell={(one) => (
              <a href={one.caseHref} lang={one.language}>
                {one.caseTitle}
              </a>
            )}
          />
          <Row name={t('knowledge.asked.cite')} asked={asked} cell={(one) => one.citation} />
        </tbody>
      </table>
    </section>
  )
}

type RowProps = {
  readonly name: string
  readonly asked: readonly AskedView[]
  readonly cell: (one: AskedView) => ReactNode
}

/** Left out where none of them has anything to say. */
function Row({ name, asked, cell }: RowProps) {
  if (asked.every((one) => !cell(one))) return null
  return (
    <tr>
      <th scope="row">{name}</th>
      {asked.map((one) => (
        <td key={one.id}>{cell(one) || <Unknown />}</td>
      ))}
    </tr>
  )
}
