import type { AdoptersView } from '#src/web/present/adopters-view.ts'
import { AdoptionList } from '#src/web/ui/adoption-list.tsx'
import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { Names } from '#src/web/ui/names.tsx'
import { To } from '#src/web/ui/to.tsx'

/** The way to take it into use oneself, and what that is not. */
export function TakeIntoUse({ id }: { id: string }) {
  const { t } = useMessages()
  return (
    <section className="box no-print" data-color="kobber" aria-labelledby="ta-i-bruk">
      <h2 id="ta-i-bruk" className="box-title">
        {t('adoptions.take')}
      </h2>
      <p>{t('adoptions.take.aside')}</p>
      <p>
        <To page="takeIntoUse" params={{ id }} className="ds-button">
          {t('adoptions.take')}
        </To>
      </p>
      <p className="small quiet">{t('adoptions.fair')}.</p>
      <p>
        <To page="needNew" query={`eksempel=${id}`}>
          {t('needs.case.same')}
        </To>
      </p>
    </section>
  )
}

/** Who has taken it into use, told apart by who says so; nothing where nobody has. */
export function Adopters({ id, adopters }: { id: string; adopters: AdoptersView }) {
  const { t } = useMessages()
  const { told, inCase, ofSolutions } = adopters
  if (told.length + inCase.length + ofSolutions.length === 0) return null
  return (
    <Section title={t('adoptions.list')} id="tatt-i-bruk">
      {told.length > 0 && (
        <>
          <h3>{t('adoptions.list.told')}</h3>
          <AdoptionList adoptions={told} />
        </>
      )}
      {inCase.length > 0 && (
        <>
          <h3>{t('adoptions.list.case')}</h3>
          <Names names={inCase} />
        </>
      )}
      {ofSolutions.map(({ solution, names }) => (
        <div key={solution}>
          <h3>{t('adoptions.list.solution', { name: solution })}</h3>
          <Names names={names} />
        </div>
      ))}
      <p>
        <To page="spread" params={{ kind: 'case', id }}>
          {t('adoptions.spread')}
        </To>
      </p>
    </Section>
  )
}
