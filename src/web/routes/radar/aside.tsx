import { useMessages } from '#src/web/ui/messages.ts'
import type { RadarPageData } from './page.tsx'

/** Whom one sees, what is not known, and how to follow it. */
export function RadarAside({ page }: { page: RadarPageData }) {
  const { t } = useMessages()
  return (
    <div className="stack">
      <NotKnown page={page} />
      <Members page={page} />
      <section className="box no-print" aria-labelledby="folg">
        <h2 id="folg" className="box-title">
          {t('radar.follow')}
        </h2>
        <p>{t('radar.follow.text')}</p>
        <ul className="plain-list">
          <li>
            <a href={page.files.calendar}>{t('radar.follow.calendar')}</a>
          </li>
          <li>
            <a href={page.files.feed}>{t('radar.follow.feed')}</a>
          </li>
        </ul>
      </section>
    </div>
  )
}

function NotKnown({ page: { known } }: { page: RadarPageData }) {
  const { t } = useMessages()
  return (
    <section className="box" data-color="korn" aria-labelledby="ikke-kjent">
      <h2 id="ikke-kjent" className="box-title">
        {t('radar.unknown.title')}
      </h2>
      <p>{t('radar.unknown.text')}</p>
      <p>
        {known.results === 0
          ? t('radar.unknown.noResults')
          : t('radar.unknown.count', { results: known.results, count: known.withoutEnd })}
      </p>
    </section>
  )
}

function Members({ page: { members, asked } }: { page: RadarPageData }) {
  const { t } = useMessages()
  return (
    <section className="box" aria-labelledby="krets-navn">
      <h2 id="krets-navn" className="box-title">
        {t('radar.members')}
      </h2>
      {asked.circle === 'all' ? <p>{t('radar.members.all')}</p> : <MemberList members={members} />}
      {asked.circle === 'cooperation' && members.length === 1 && <p>{t('radar.members.noCooperation')}</p>}
      {asked.circle === 'around' && <p className="small quiet">{t('radar.members.middle')}</p>}
    </section>
  )
}

const MANY = 15

/** Folded where it is a whole county. */
function MemberList({ members }: Pick<RadarPageData, 'members'>) {
  const { t } = useMessages()
  const list = (
    <ul className="plain-list radar-members">
      {members.map(({ name, href, note }) => (
        <li key={href}>
          <a href={href}>{name}</a>
          {note && <span className="grade">{note}</span>}
        </li>
      ))}
    </ul>
  )
  if (members.length < MANY) return list
  return (
    <details>
      <summary>{t('radar.members.count', { count: members.length })}</summary>
      {list}
    </details>
  )
}
