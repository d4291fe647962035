import type { AdoptionView } from '#src/web/present/adoption-view.ts'
import { useMessages } from './messages.ts'

/** Who stands where, each with the way to how far they have come. */
export function AdoptionList({ adoptions }: { adoptions: readonly AdoptionView[] }) {
  const { t } = useMessages()
  return (
    <ul className="adoptions plain-list">
      {adoptions.map(({ id, organisation, organisationHref, href, standing, status }) => (
        <li key={id}>
          <span>{organisationHref ? <a href={organisationHref}>{organisation}</a> : organisation}</span>
          <span className="ds-tag" data-color={status === 'in-use' ? 'mose' : 'neutral'}>
            {standing}
          </span>
          <a href={href} className="small">
            {t('adoptions.list.more')}
            <span className="ds-sr-only">: {organisation}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
