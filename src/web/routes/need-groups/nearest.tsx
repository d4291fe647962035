import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { NeedGroupsData } from './page.tsx'

/** Those that come nearest without being in the group, each with what stands most in the way. */
export function Nearest({ nearest }: Pick<NeedGroupsData, 'nearest'>) {
  const { t } = useMessages()
  return (
    <section className="part" aria-labelledby="naermest">
      <h2 id="naermest">{t('matching.nearest')}</h2>
      {nearest.length === 0 && <p>{t('matching.nearest.none')}</p>}
      <ul className="members plain-list">
        {nearest.map(({ id, name, title, language, href, why }) => (
          <li key={id}>
            <strong>{name}</strong>:{' '}
            <a href={href} lang={language}>
              {title}
            </a>
            <p className="small quiet">{t('matching.why.not', { why })}</p>
          </li>
        ))}
      </ul>
      <p>
        <To page="groups">{t('matching.board')}</To>
      </p>
    </section>
  )
}
