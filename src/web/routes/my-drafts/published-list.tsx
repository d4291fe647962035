import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { MyDrafts } from './page.tsx'

/** What the organisation answers for, with what a curator has asked for and the way to correct it. */
export function PublishedList({ cases }: { cases: MyDrafts['published'] }) {
  const { t, date } = useMessages()
  const share = useAddress('share')
  if (cases.length === 0) return null
  return (
    <section className="part">
      <h2>{t('sharing.mine.published')}</h2>
      <ul className="draft-list plain-list">
        {cases.map(({ id, title, language, updatedAt, asked }) => (
          <li key={id}>
            <h3 lang={language}>
              <To page="case" params={{ id }}>
                {title}
              </To>
            </h3>
            <p className="small quiet">{t('sharing.mine.updated', { date: date(updatedAt) })}</p>
            {asked.map((text) => (
              <p className="box" data-color="korn" key={text}>
                <strong>{t('sharing.asked')}</strong> {text}
              </p>
            ))}
            <form method="post" action={share}>
              <input type="hidden" name="case" value={id} />
              <button className="ds-button" type="submit" data-variant="tertiary">
                {t('sharing.correct')}
                <span className="ds-sr-only">: {title}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
