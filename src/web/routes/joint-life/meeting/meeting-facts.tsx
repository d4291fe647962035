import type { MeetingView } from '#src/web/routes/joint-life/meetings/meeting-view.ts'
import { FactList } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

export function MeetingFacts({ meeting, procurement }: { meeting: MeetingView; procurement: string }) {
  const { t } = useMessages()
  const file = useAddress('jointMeetingFile', { id: procurement, meeting: meeting.id })
  return (
    <>
      <p className="hit-facts">
        <strong>{t(`jointMeeting.kind.${meeting.kind}`)}</strong>
        {meeting.isCancelled && (
          <span className="ds-tag" data-color="korn">
            {t('jointMeeting.cancelled')}
          </span>
        )}
        {meeting.sequence > 0 && !meeting.isCancelled && (
          <span>{t('jointMeeting.changed.count', { count: meeting.sequence })}</span>
        )}
      </p>
      <h2>{meeting.title}</h2>
      <FactList
        facts={[
          { name: t('jointMeeting.when'), value: meeting.when },
          meeting.place ? { name: t('jointMeeting.where'), value: meeting.place } : null,
          meeting.link
            ? {
                name: t('jointMeeting.online'),
                value: (
                  <a href={meeting.link} rel="external noreferrer">
                    {meeting.link}
                  </a>
                ),
              }
            : null,
        ]}
      />
      <h3>{t('jointMeeting.agenda')}</h3>
      <p className="as-written">{meeting.agenda || t('jointMeeting.agenda.none')}</p>
      <p>
        <a href={file}>{t('jointMeeting.file')}</a>
      </p>
    </>
  )
}
