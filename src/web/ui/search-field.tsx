import { useMessages } from './messages.ts'
import { useSuggesting } from './suggesting.ts'
import { useAddress } from './to.tsx'

type Props = {
  readonly label: string
  readonly value?: string
  readonly hideLabel?: boolean
  readonly id?: string
}

/** One line to search with, wherever it stands; it leads to the search page. */
export function SearchField({ label, value = '', hideLabel = false, id = 'sok-q' }: Props) {
  return (
    <search>
      <form className="search-field" action={useAddress('search')}>
        <SearchInput label={label} value={value} hideLabel={hideLabel} id={id} />
      </form>
    </search>
  )
}

/** The field and its button, for a form that has more in it. */
export function SearchInput({ label, value, hideLabel, id }: Required<Props>) {
  const { t } = useMessages()
  return (
    <>
      <label className={hideLabel ? 'ds-sr-only' : 'ds-label'} htmlFor={id}>
        {label}
      </label>
      <div className="search-row">
        <input
          className="ds-input"
          id={id}
          name="q"
          type="search"
          defaultValue={value}
          maxLength={2000}
          autoComplete="off"
          {...useSuggesting()}
        />
        <button className="ds-button" type="submit">
          {t('search.button')}
        </button>
      </div>
    </>
  )
}
