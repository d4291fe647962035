import type { TogetherView } from '#src/web/present/together-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { NeedGroupsData } from './page.tsx'

/** What to do now: ask the others in, or be counted in oneself. */
export function Invite({ page }: { page: NeedGroupsData }) {
  const { t } = useMessages()
  const { need, group, inviteFrom, mayTake, isAnnounced, together } = page
  const begun = together.find(({ isGathering }) => isGathering)
  if (inviteFrom !== null && begun) return <Join demand={begun} />
  if (inviteFrom !== null && group) {
    const bought = new Set(together.flatMap(({ needs }) => needs))
    const others = group.members.filter(({ id, isDraft }) => id !== inviteFrom && !isDraft && !bought.has(id))
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
  if (!mayTake || !isAnnounced) return null
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

/** Some of them have begun: what is there comes before another. */
function Join({ demand }: { demand: TogetherView }) {
  const { t } = useMessages()
  return (
    <section className="box" data-color="lyng" aria-labelledby="i-gang">
      <h2 id="i-gang" className="box-title">
        {t('matching.together.join')}
      </h2>
      <p className="small">{t('matching.together.join.text')}</p>
      <p>
        <a href={demand.href} className="ds-button">
          {t('matching.together.open')}
        </a>
      </p>
    </section>
  )
}
