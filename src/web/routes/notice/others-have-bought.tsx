import { AlikeList, type AlikeView } from '#src/web/ui/alike-list.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

/** From what is going to be bought to those who have bought it: whom to ask, and what came of it. */
export function OthersHaveBought({ cases, title }: { cases: readonly AlikeView[]; title: string }) {
  const { t, parts } = useMessages()
  const href = `${useAddress('search')}?${new URLSearchParams({ q: title, type: 'case' })}`
  return (
    <section className="wide section" aria-labelledby="andre">
      <h2 id="andre">{t(cases.length > 0 ? 'search.alike.cases' : 'search.alike.cases.ask')}</h2>
      {cases.length > 0 ? (
        <>
          <p className="quiet">{t('search.alike.cases.lead')}</p>
          <AlikeList alike={cases} />
        </>
      ) : (
        <p>
          {parts('search.alike.cases.none', {
            link: (text) => (
              <a key="link" href={href}>
                {text}
              </a>
            ),
          })}
        </p>
      )}
    </section>
  )
}
