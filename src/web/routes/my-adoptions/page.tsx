import { messagesIn } from '#src/messages/index.ts'
import { ownAdoptions } from '#src/modules/adoptions/index.ts'
import { casesByIds } from '#src/modules/catalogue/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { adoptionViews } from '#src/web/present/adoption-view.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { db } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const adoptions = await ownAdoptions(db, actor)
  const cases = await casesByIds(
    db,
    adoptions.map(({ caseId }) => caseId),
  )
  const caseOf = new Map(adoptions.map(({ id, caseId }) => [id as string, caseId]))
  const titles = new Map(cases.map(({ id, title, language }) => [id, { title, language }]))
  const views = await adoptionViews(db, adoptions.toReversed(), messages)
  return {
    organisation: actor.organisationName,
    severalOrganisations: actor.actsFor.size > 1,
    adoptions: views.map((view) => {
      const caseId = caseOf.get(view.id)
      const known = caseId ? titles.get(caseId) : undefined
      return { ...view, title: known?.title ?? caseId ?? view.id, language: known?.language }
    }),
  }
}

export default function MyAdoptionsPage({ loaderData: page }: Route.ComponentProps) {
  const { t } = useMessages()
  const { organisation, adoptions } = page
  return (
    <>
      <PageHead title={t('adoptions.mine.title')} unlisted />
      <PageTop
        title={t('adoptions.mine.title')}
        lead={organisation ? t('adoptions.mine.lead', { organisation }) : null}
      />
      <div className="wide section">
        {adoptions.length === 0 && <p>{t('adoptions.mine.none')}</p>}
        <ul className="draft-list plain-list">
          {adoptions.map(({ id, title, language, href, standing, status, organisation: whose }) => (
            <li key={id}>
              {page.severalOrganisations && <p className="hit-facts">{whose}</p>}
              <h2 lang={language}>
                <a href={href}>{title}</a>
              </h2>
              <p>
                <span className="ds-tag" data-color={status === 'in-use' ? 'mose' : 'neutral'}>
                  {standing}
                </span>
              </p>
            </li>
          ))}
        </ul>
        <p>
          <To page="cases">{t('adoptions.mine.find')}</To>
        </p>
      </div>
    </>
  )
}
