import { messagesIn } from '#src/messages/index.ts'
import { isPublicEmployee } from '#src/modules/identity/index.ts'
import { proposedGroups } from '#src/modules/needs/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { type GroupLine, groupLines, pageOfGroups } from '#src/web/present/group-lines.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { Pager } from '#src/web/ui/pager.tsx'
import { To } from '#src/web/ui/to.tsx'
import { TogetherLines } from '#src/web/ui/together.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const reader = context.get(actorContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const groups = await proposedGroups(program, reader)
  const { page, pages, shown } = pageOfGroups(groups, url.searchParams.get('side'), messages)
  return {
    ...{ page, pages, total: groups.length },
    themes: await groupLines(program.db, shown, { reader, messages }),
    seesAll: isPublicEmployee(reader),
  }
}

export default function GroupsPage({ loaderData: page }: Route.ComponentProps) {
  const { t, language } = useMessages()
  return (
    <>
      <PageHead
        title={t('matching.all.title')}
        description={t('matching.all.lead')}
        unlisted={page.page > 1}
      />
      <PageTop
        crumbs={[{ text: t('needs.nav'), href: address(language, 'needs') }]}
        title={t('matching.all.title')}
        lead={t('matching.all.lead')}
      />
      <div className="wide section with-aside">
        <div>
          <h2 className="list-count">{t('matching.all.count', { count: page.total })}</h2>
          {page.total === 0 && <p className="box">{t('matching.all.none')}</p>}
          {page.themes.map(({ theme, groups }) => (
            <section className="part" key={theme}>
              <h3>{theme}</h3>
              <ul className="members plain-list">
                {groups.map((group) => (
                  <Line key={group.id} group={group} />
                ))}
              </ul>
            </section>
          ))}
          <Pager page={page.page} pages={page.pages} hrefOf={(to) => `?side=${to}`} />
        </div>
        <div className="stack">
          <div className="box">
            <p className="small">{t('matching.small')}</p>
            {!page.seesAll && <p className="small">{t('matching.all.signIn')}</p>}
            <p>
              <To page="needs">{t('matching.all.needs')}</To>
            </p>
          </div>
        </div>
      </div>
    </>
  )
}

function Line({ group }: { group: GroupLine }) {
  const { t, list } = useMessages()
  return (
    <li>
      <h4>
        <To page="needGroups" params={{ id: group.id }}>
          <span lang={group.language}>{group.title}</span>
        </To>
      </h4>
      <p>
        {t('matching.group.sentence', { count: group.names.length, names: list(group.names) })}{' '}
        {group.lead && t('matching.group.leads', { name: group.lead })}
      </p>
      <p className="small quiet">
        {t('matching.inhabitants', { count: group.inhabitants })}
        {group.months && (
          <> · {t('matching.group.window', { count: group.names.length, months: group.months })}</>
        )}
      </p>
      <TogetherLines together={group.together} />
    </li>
  )
}
