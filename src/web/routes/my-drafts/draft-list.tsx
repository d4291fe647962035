import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { DraftView } from './page.tsx'

const COLORS = { draft: 'neutral', submitted: 'fjord', 'changes-requested': 'korn' } as const

/** Drafts with where they stand; nothing at all when there are none. */
export function DraftList({ title, drafts }: { title: string; drafts: readonly DraftView[] }) {
  if (drafts.length === 0) return null
  return (
    <section className="part">
      <h2>{title}</h2>
      <ul className="draft-list plain-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <OneDraft draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneDraft({ draft }: { draft: DraftView }) {
  const { t, dateTime } = useMessages()
  const { id, title, size, status, waitsForMe, savedBy } = draft
  const shown = status in COLORS ? (status as keyof typeof COLORS) : 'draft'
  const facts = [
    t(`sharing.size.${size}`),
    ...(draft.organisation ? [draft.organisation] : []),
    ...(draft.of > 1 ? [t('sharing.tasks.done', { done: draft.done, of: draft.of })] : []),
  ]
  return (
    <>
      <p className="hit-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <h3>
        <To page={waitsForMe ? 'draftPublish' : 'draft'} params={{ draft: id }}>
          {title}
        </To>
      </h3>
      <ul className="tags">
        <li>
          <span className="ds-tag" data-color={COLORS[shown]}>
            {t(`sharing.status.${shown}`)}
          </span>
        </li>
        <li className="quiet small">
          {savedBy
            ? t('sharing.savedBy', { name: savedBy, at: dateTime(draft.savedAt) })
            : t('sharing.savedAt', { at: dateTime(draft.savedAt) })}
        </li>
      </ul>
    </>
  )
}
