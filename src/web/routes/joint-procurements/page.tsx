import { messagesIn } from '#src/messages/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { type ListedJoint, listView } from './list-view.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  return listView(db, { reader: context.get(actorContext), messages, at: now() })
}

export default function JointProcurementsPage({ loaderData: list }: Route.ComponentProps) {
  const { t } = useMessages()
  const { own, others, mayBegin, isEmployee } = list
  const isEmpty = own.length + others.length === 0
  return (
    <>
      <PageHead title={t('joint.list.title')} description={t('joint.list.lead')} />
      <PageTop title={t('joint.list.title')} lead={t('joint.list.lead')}>
        {mayBegin && (
          <p>
            <To page="jointProcurementNew" className="ds-button">
              {t('joint.list.begin')}
            </To>
          </p>
        )}
      </PageTop>
      <div className="wide section">
        {isEmpty && <p>{t(isEmployee ? 'joint.list.none' : 'joint.list.noneOpen')}</p>}
        {own.length > 0 && (
          <Section title={t('joint.list.own')} id="egne">
            <List all={own} />
          </Section>
        )}
        {others.length > 0 && (
          <Section title={t('joint.list.others')} id="andre">
            <List all={others} />
          </Section>
        )}
      </div>
    </>
  )
}

function List({ all }: { all: readonly ListedJoint[] }) {
  const { t } = useMessages()
  return (
    <ul className="draft-list plain-list">
      {all.map(({ id, title, lead, buyers, standing, isEnded, isYourTurn, path }) => (
        <li key={id}>
          <p className="hit-facts">
            <span>{t('joint.ledBy', { lead })}</span>
            <span>{t('joint.list.buyers', { count: buyers })}</span>
            <span>{path}</span>
          </p>
          <h3>
            <To page="jointProcurement" params={{ id }}>
              {title}
            </To>
          </h3>
          <p className="tag-line">
            <span className="ds-tag" data-color={isEnded ? 'neutral' : 'fjord'}>
              {standing}
            </span>
            {isYourTurn && (
              <span className="ds-tag" data-color="kobber">
                {t('joint.list.yourTurn')}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
