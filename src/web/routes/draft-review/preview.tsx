import { CaseStory } from '#src/web/routes/case/case-story.tsx'
import { Differences } from '#src/web/ui/difference.tsx'
import { Tags } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Review } from './read-review.ts'

/** What is new in a correction, and the whole as it will stand. */
export function Preview({ review }: { review: Review }) {
  const { t } = useMessages()
  const { view, differences } = review
  return (
    <div>
      {review.isCorrection && (
        <section className="part" aria-labelledby="nytt">
          <h2 id="nytt">{t('sharing.review.changes')}</h2>
          {differences.length === 0 ? (
            <p>{t('sharing.review.noChanges')}</p>
          ) : (
            <Differences differences={differences} language={review.language} />
          )}
        </section>
      )}
      {view && (
        <section className="preview" aria-labelledby="forhandsvisning">
          <p className="preview-mark" id="forhandsvisning">
            {t('sharing.review.preview')}
          </p>
          <p className="hit-facts">
            {view.facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
          <h2 className="preview-title" lang={view.content.language}>
            {view.content.identity.title}
          </h2>
          {view.content.need && (
            <p className="lead" lang={view.content.language}>
              {view.content.need.text}
            </p>
          )}
          <Tags tags={view.tags} />
          <CaseStory view={view} />
        </section>
      )}
    </div>
  )
}
