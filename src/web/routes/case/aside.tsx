import { FactList, Sources } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { CaseView } from './case-view.ts'

/** What to do with it, and how far to trust it. */
export function CaseAside({ view }: { view: CaseView }) {
  return (
    <div className="stack">
      {view.isProcurement && <Reuse view={view} />}
      <Provenance view={view} />
    </div>
  )
}

function Reuse({ view }: { view: CaseView }) {
  const { t, number } = useMessages()
  const { reuse, language } = view.content
  return (
    <section className="box" aria-labelledby="gjenbruk">
      <h2 id="gjenbruk" className="box-title">
        {t('case.reuse')}
      </h2>
      <meter min={0} max={view.reuse.of} value={view.reuse.score} aria-hidden="true" />
      <p>{t('case.reuse.score', { score: view.reuse.score, of: view.reuse.of })}</p>
      {reuse && (
        <FactList
          facts={[
            reuse.prerequisites
              ? { name: t('case.reuse.prerequisites'), value: reuse.prerequisites, language }
              : null,
            reuse.personDays ? { name: t('case.reuse.personDays'), value: number(reuse.personDays) } : null,
            reuse.mailbox
              ? {
                  name: t('case.reuse.mailbox'),
                  value: <a href={`mailto:${reuse.mailbox}`}>{reuse.mailbox}</a>,
                }
              : null,
          ]}
        />
      )}
      {reuse?.documents && (
        <ul className="sources plain-list">
          {reuse.documents.map(({ title, url, licence }) => (
            <li key={url}>
              <a href={url}>{title}</a>
              {licence && <span className="small quiet">{licence}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="small quiet">{t('case.reuse.warning')}</p>
    </section>
  )
}

function Provenance({ view }: { view: CaseView }) {
  const { t, date } = useMessages()
  const { sources, confidence } = view.content.provenance
  return (
    <section className="box" aria-labelledby="kilder">
      <h2 id="kilder" className="box-title">
        {t('case.sources')}
      </h2>
      <Sources
        sources={sources.map(({ title, url = null, seenOn }) => ({
          title,
          url,
          seen: seenOn ? t('case.seenOn', { date: date(seenOn) }) : null,
        }))}
      />
      <p className="small quiet">{t(`case.confidence.${confidence}`)}</p>
    </section>
  )
}
