import { caseVersions } from '#src/modules/catalogue/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { readPublishedCase } from '#src/web/present/read-published-case.ts'
import { useCaseCrumbs } from '#src/web/ui/case-crumbs.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const found = await readPublishedCase(db, params.id, languageOf(new URL(request.url).pathname))
  const versions = await caseVersions(db, found.id)
  return {
    id: found.id,
    title: found.content.identity.title,
    language: found.content.language,
    versions: versions.map(({ version, current, madeBy, note, at, organisation }) => ({
      version,
      current,
      madeBy,
      note,
      at,
      organisation: organisation?.name ?? null,
    })),
  }
}

type Version = Route.ComponentProps['loaderData']['versions'][number]

export default function CaseHistoryPage({ loaderData: page }: Route.ComponentProps) {
  const { t } = useMessages()
  const crumbs = useCaseCrumbs(page)
  return (
    <>
      <PageHead title={`${t('sharing.history.title')} – ${page.title}`} unlisted />
      <PageTop crumbs={crumbs} title={t('sharing.history.title')} lead={t('sharing.history.lead')} />
      <div className="wide section">
        <ol className="draft-list plain-list" reversed>
          {page.versions.map((version) => (
            <OneVersion key={version.version} id={page.id} version={version} language={page.language} />
          ))}
        </ol>
      </div>
    </>
  )
}

function OneVersion({ id, version: one, language }: { id: string; version: Version; language: string }) {
  const { t, dateTime } = useMessages()
  const { version, current, madeBy, note, organisation } = one
  const before = version - 1
  return (
    <li>
      <h2 className="box-title">
        <To page="caseVersion" params={{ id, version: String(version) }}>
          {t('sharing.version', { version })}
        </To>{' '}
        {current && (
          <span className="ds-tag" data-color="fjord">
            {t('sharing.history.current')}
          </span>
        )}
      </h2>
      <p className="small quiet">
        {madeBy === 'starter'
          ? t('sharing.history.shipped', { at: dateTime(one.at) })
          : t('sharing.history.by', {
              name: organisation ?? t('sharing.history.curator'),
              at: dateTime(one.at),
            })}
      </p>
      {note && <p lang={language}>{note}</p>}
      {before > 0 && (
        <p>
          <To page="caseChanges" params={{ id, from: String(before), to: String(version) }}>
            {t('sharing.history.changesFrom', { version: before })}
          </To>
        </p>
      )}
    </li>
  )
}
