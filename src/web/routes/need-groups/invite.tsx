import type { TogetherView } from '#src/web/present/together-view.ts'
import { Box } from '#src/web/ui/box.tsx'
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
      <Box id="inviter" title={t('matching.invite')} color="lyng">
        <p className="small">{t('matching.invite.text')}</p>
        <p>
          <To page="demandNew" query={query.toString()} className="ds-button">
            {t('matching.invite')}
          </To>
        </p>
      </Box>
    )
  }
  if (!mayTake || !isAnnounced) return null
  return (
    <Box id="det-samme" title={t('matching.same')} color="lyng">
      <p className="small">{t('matching.same.text')}</p>
      <p>
        <To page="needNew" query={`behov=${need.id}`} className="ds-button">
          {t('matching.same.button')}
        </To>
      </p>
    </Box>
  )
}

/** Some of them have begun: what is there comes before another. */
function Join({ demand }: { demand: TogetherView }) {
  const { t } = useMessages()
  return (
    <Box id="i-gang" title={t('matching.together.join')} color="lyng">
      <p className="small">{t('matching.together.join.text')}</p>
      <p>
        <a href={demand.href} className="ds-button">
          {t('matching.together.open')}
        </a>
      </p>
    </Box>
  )
}
