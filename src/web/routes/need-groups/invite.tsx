import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { NeedGroupsData } from './page.tsx'

/** What to do now: ask the others in, or be counted in oneself. */
export function Invite({ page }: { page: NeedGroupsData }) {
  const { t } = useMessages()
  const { need, group, inviteFrom, isOwn, isAnnounced } = page
  if (inviteFrom !== null && group) {
    const others = group.members.filter(({ id, isDraft }) => id !== inviteFrom && !isDraft)
    const query = new URLSearchParams([inviteFrom, ...others.map(({ id }) => id)].map((id) => ['behov', id]))
    return (
      <section className="box" data-color="lyng" aria-labelledby="inviter">
        <h2 id="inviter" className="box-title">
          {t('matching.invite')}
        </h2>
        <p className="small">{t('matching.invite.text')}</p>
        <p>
          <To page="demandNew" query={query.toString()} className="ds-button">
            {t('matching.invite')}
          </To>
        </p>
      </section>
    )
  }
  if (isOwn || !isAnnounced) return null
  return (
    <section className="box" data-color="lyng" aria-labelledby="det-samme">
      <h2 id="det-samme" className="box-title">
        {t('matching.same')}
      </h2>
      <p className="small">{t('matching.same.text')}</p>
      <p>
        <To page="needNew" query={`behov=${need.id}`} className="ds-button">
          {t('matching.same.button')}
        </To>
      </p>
    </section>
  )
}
