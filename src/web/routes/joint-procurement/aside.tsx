import { FactList } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { OverviewView } from './overview-view.ts'
import type { PathView } from './path-view.ts'

/** What it is for, and the way they buy. */
export function JointAside({ view }: { view: OverviewView }) {
  const { t } = useMessages()
  const { path, purpose, estimate, seenBy, demand } = view
  return (
    <div className="stack">
      {purpose && (
        <section className="box" aria-labelledby="formaal">
          <h2 className="box-title" id="formaal">
            {t('joint.field.purpose')}
          </h2>
          <p className="as-written">{purpose}</p>
        </section>
      )}
      <section className="box" data-color="fjord" aria-labelledby="maaten">
        <h2 className="box-title" id="maaten">
          {t(view.isIn ? 'joint.path.title' : 'joint.path.title.others')}
        </h2>
        <p>
          <strong>{path.name}</strong>
        </p>
        <p>{path.what}</p>
        <FactList
          facts={[
            { name: t('joint.path.pays'), value: path.pays },
            { name: t('joint.path.signs'), value: path.signs },
            estimate ? { name: t('joint.estimate.all'), value: estimate } : null,
          ]}
        />
      </section>
      <Laws path={path} />
      {demand && (
        <p className="small">
          {t('joint.fromDemand')}: <a href={demand.href}>{demand.title}</a>
        </p>
      )}
      <p className="small quiet">{t('joint.seenBy', { who: seenBy })}</p>
    </div>
  )
}

function Laws({ path: { laws, vouchedBy } }: { path: PathView }) {
  const { t } = useMessages()
  return (
    <details className="box">
      <summary>{t('joint.laws')}</summary>
      <ul className="sources plain-list">
        {laws.map(({ id, reference, url, says, checked, needsLawyer }) => (
          <li key={id}>
            <a href={url} rel="external">
              {reference}
            </a>
            <span className="small">{says}</span>
            <span className="small quiet">
              {t('joint.laws.checked', { date: checked })}
              {needsLawyer && `. ${t('joint.laws.lawyer')}.`}
            </span>
          </li>
        ))}
      </ul>
      <p className="small quiet">{t('joint.laws.vouched', { who: vouchedBy })}</p>
    </details>
  )
}
