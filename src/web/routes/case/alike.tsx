import { AlikeList, type AlikeView } from '#src/web/ui/alike-list.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

/** Others who have done something like it, and apart from them those who are buying it or have just done so. */
export function Alike({ cases, notices }: { cases: readonly AlikeView[]; notices: readonly AlikeView[] }) {
  const { t } = useMessages()
  return (
    <>
      {cases.length > 0 && (
        <section className="wide section" aria-labelledby="ligner">
          <h2 id="ligner">{t('case.similar')}</h2>
          <AlikeList alike={cases} />
        </section>
      )}
      {notices.length > 0 && (
        <section className="wide section" aria-labelledby="kunngjort">
          <h2 id="kunngjort">{t('search.alike.notices')}</h2>
          <AlikeList alike={notices} />
        </section>
      )}
    </>
  )
}
