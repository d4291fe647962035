import type { JointHead } from '#src/web/routes/joint-procurement/read-joint.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'

/** What can be taken out for the archive, and the way out for one who does not want to go on. */
export function TalkAside({ head, mayWithdraw }: { head: JointHead; mayWithdraw: boolean }) {
  const { t } = useMessages()
  const archive = useAddress('jointArchive', { id: head.id })
  return (
    <div className="stack">
      <section className="box" aria-labelledby="arkiv">
        <h2 id="arkiv" className="box-title">
          {t('jointTalk.archive')}
        </h2>
        <p className="small">{t('jointTalk.archive.help')}</p>
        <ul className="plain-list">
          <li>
            <a href={`${archive}?format=pdf`}>{t('jointTalk.archive.pdf')}</a>
          </li>
          <li>
            <a href={`${archive}?format=docx`}>{t('jointTalk.archive.docx')}</a>
          </li>
        </ul>
      </section>
      {mayWithdraw && (
        <p>
          <To page="jointWithdraw" params={{ id: head.id }}>
            {t('jointWithdraw.link')}
          </To>
        </p>
      )}
    </div>
  )
}
