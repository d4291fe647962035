import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { MeetingView } from './meeting-view.ts'

type Props = { readonly meetings: readonly MeetingView[]; readonly procurement: string }

export function MeetingList({ meetings, procurement }: Props) {
  const { t } = useMessages()
  return (
    <ul className="draft-list plain-list">
      {meetings.map((one) => (
        <li key={one.id}>
          <p className="hit-facts">
            <span>{one.when}</span>
            <span>{t(`jointMeeting.kind.${one.kind}`)}</span>
            {one.place && <span>{one.place}</span>}
            {one.isCancelled && (
              <span className="ds-tag" data-color="korn">
                {t('jointMeeting.cancelled')}
              </span>
            )}
          </p>
          <h3>
            <To page="jointMeeting" params={{ id: procurement, meeting: one.id }}>
              {one.title}
            </To>
          </h3>
        </li>
      ))}
    </ul>
  )
}
