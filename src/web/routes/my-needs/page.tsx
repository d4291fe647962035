import { messagesIn } from '#src/messages/index.ts'
import { ownNeeds } from '#src/modules/needs/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { db } = context.get(programContext)
  const { language } = messagesIn(languageOf(new URL(request.url).pathname))
  const needs = await ownNeeds(db, actor)
  const bodies = await organisationsByIds(
    db,
    needs.map(({ organisation }) => organisation),
  )
  return {
    organisation: actor.organisationName,
    severalOrganisations: actor.actsFor.size > 1,
    mayWrite: actor.isPublicBody,
    needs: needs.map(({ id, organisation, status, audience, changedAt, content }) => ({
      id,
      who: bodies.get(organisation)?.name ?? '',
      href: address(language, 'need', { id }),
      title: content.title,
      language: content.language,
      status,
      audience,
      changedAt,
    })),
  }
}

const COLOURS = { draft: 'korn', announced: 'mose', closed: 'neutral' } as const

export default function MyNeedsPage({ loaderData: page }: Route.ComponentProps) {
  const { t, date } = useMessages()
  const { organisation, needs } = page
  return (
    <>
      <PageHead title={t('needs.mine.title')} unlisted />
      <PageTop
        title={t('needs.mine.title')}
        lead={organisation ? t('needs.mine.lead', { organisation }) : null}
      />
      <div className="wide section">
        {needs.length === 0 && <p>{t('needs.mine.none')}</p>}
        <ul className="draft-list plain-list">
          {needs.map(({ id, who, href, title, language, status, audience, changedAt }) => (
            <li key={id}>
              <p className="hit-facts">
                {page.severalOrganisations && <span>{who}</span>}
                <span>{t('needs.mine.changed', { date: date(changedAt) })}</span>
              </p>
              <h2 lang={language}>
                <a href={href}>{title}</a>
              </h2>
              <ul className="tags">
                <li>
                  <span className="ds-tag" data-color={COLOURS[status]}>
                    {t(`needs.status.${status}`)}
                  </span>
                </li>
                {status !== 'draft' && (
                  <li>
                    <span className="ds-tag" data-color="neutral">
                      {t(`needs.audience.${audience}`)}
                    </span>
                  </li>
                )}
              </ul>
            </li>
          ))}
        </ul>
        <p>
          {page.mayWrite ? (
            <To page="needNew" className="ds-button">
              {t('needs.new')}
            </To>
          ) : (
            <To page="needs">{t('needs.board.title')}</To>
          )}
        </p>
      </div>
    </>
  )
}
