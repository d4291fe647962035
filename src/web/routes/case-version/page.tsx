import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { findCaseVersion } from '#src/modules/catalogue/index.ts'
import { programContext, requestContext } from '#src/web/context.ts'
import { PAPER_FORMATS, versionPaperAddress } from '#src/web/papers/paper-address.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { asCase } from '#src/web/present/case-preview.ts'
import { citation } from '#src/web/present/citation.ts'
import { readPublishedCase } from '#src/web/present/read-published-case.ts'
import { versionNumber } from '#src/web/present/version-number.ts'
import { CaseStory } from '#src/web/routes/case/case-story.tsx'
import { toCaseView } from '#src/web/routes/case/case-view.ts'
import { useCaseCrumbs } from '#src/web/ui/case-crumbs.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const current = await readPublishedCase(db, params.id, messages.language)
  const number = versionNumber(params.version)
  const found = number ? await findCaseVersion(db, current.id, number) : null
  if (!found) throw data(null, { status: 404 })
  const { version, at, content, organisation } = found
  const view = toCaseView(asCase(content, { id: current.id, version, at }), { solutions: [] }, messages)
  const { origin } = context.get(requestContext)
  const cited = { id: current.id, version, at, content, organisation: organisation?.name ?? null, origin }
  return { view, version, at, isCurrent: found.current, citation: citation(cited, messages) }
}

export default function CaseVersionPage({ loaderData: page }: Route.ComponentProps) {
  const { t, language, date } = useMessages()
  const { view, version } = page
  const { identity, need } = view.content
  const crumbs = [
    ...useCaseCrumbs({ id: view.id, title: identity.title }),
    { text: t('sharing.history.title'), href: address(language, 'caseHistory', { id: view.id }) },
  ]
  return (
    <>
      <PageHead title={`${identity.title} (${t('sharing.version', { version })})`} unlisted />
      <PageTop
        crumbs={crumbs}
        kind={t('sharing.version', { version })}
        facts={[date(page.at), ...view.facts]}
        title={identity.title}
        language={view.content.language}
        lead={need?.text ?? null}
      >
        <p>
          {t(page.isCurrent ? 'sharing.version.current' : 'sharing.version.old')}{' '}
          <To page="case" params={{ id: view.id }}>
            {t('sharing.version.case')}
          </To>
        </p>
      </PageTop>
      <div className="wide section">
        <CaseStory view={view} />
        <section className="part" aria-labelledby="siter">
          <h2 id="siter">{t('sharing.cite')}</h2>
          <p className="citation">{page.citation}</p>
          <ul className="plain-list no-print">
            {PAPER_FORMATS.map((format) => (
              <li key={format}>
                <a
                  href={versionPaperAddress(language, { id: view.id, version: String(version) }, format)}
                  download
                >
                  {t(`papers.case.download.${format}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
