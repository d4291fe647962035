import { Section } from '#src/web/ui/facts.tsx'
import { HitList } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { SubjectDocuments } from './subject-documents.ts'

/** Documents on the page of what they belong to; nothing at all for a reader who would find none and can add none. */
export function SubjectDocumentsSection({ documents: { hits, add } }: { documents: SubjectDocuments }) {
  const { t } = useMessages()
  if (hits.length === 0 && add === null) return null
  return (
    <Section title={t('document.ofSubject')} id="dokumenter">
      {hits.length > 0 ? <HitList hits={hits} /> : <p>{t('document.ofSubject.none')}</p>}
      {add && (
        <p>
          <a className="ds-button" data-variant="secondary" href={add}>
            {t('document.bank.add')}
          </a>
        </p>
      )}
    </Section>
  )
}
