import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { FoundView, JoinView } from './join-view.ts'

type View = Extract<JoinView, { step: 'organisation' }>

export function ChooseOrganisation({ view: { q, found, suggested } }: { view: View }) {
  const { t } = useMessages()
  return (
    <>
      {suggested.length > 0 && (
        <section aria-labelledby="forslag">
          <h2 id="forslag">{t('people.join.suggested')}</h2>
          <p>{t('people.join.suggested.why')}</p>
          <OrganisationChoices organisations={suggested} />
        </section>
      )}
      <section aria-labelledby="finn">
        <h2 id="finn">{t('people.join.find')}</h2>
        <search aria-labelledby="finn">
          <form action={useAddress('join')} className="search-line">
            <label className="ds-label" htmlFor="q">
              {t('people.join.find.label')}
            </label>
            <p className="small quiet" id="q-help">
              {t('people.join.find.help')}
            </p>
            <div className="field-with-button">
              <input
                className="ds-input"
                id="q"
                name="q"
                type="search"
                defaultValue={q}
                aria-describedby="q-help"
                autoComplete="organization"
              />
              <button className="ds-button" type="submit">
                {t('people.join.find.button')}
              </button>
            </div>
          </form>
        </search>
        {q !== '' && (
          <div role="status">
            <p className="list-count">{t('people.join.found', { count: found.length, q })}</p>
            {found.length === 0 && <p>{t('people.join.found.none')}</p>}
          </div>
        )}
        <OrganisationChoices organisations={found} />
      </section>
      <p>
        <To page="join" query="leverandor">
          {t('people.join.supplier.link')}
        </To>
      </p>
    </>
  )
}

function OrganisationChoices({ organisations }: { organisations: readonly FoundView[] }) {
  const { t } = useMessages()
  const action = useAddress('join')
  if (organisations.length === 0) return null
  return (
    <form action={action}>
      <ul className="plain-list choice-list">
        {organisations.map(({ id, name, kind }) => (
          <li key={id}>
            <button className="choice-button" type="submit" name="virksomhet" value={id}>
              <strong>{name}</strong>
              <span>{t(`organisations.kind.${kind}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
