import type { ReactNode } from 'react'
import { useMessages } from './messages.ts'

export type FacetOption = {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly chosen: boolean
}
export type FacetView = {
  readonly name: string
  readonly title: string
  readonly options: readonly FacetOption[]
  readonly open: boolean
}

const SHOWN_AT_FIRST = 8

type Props = {
  readonly facets: readonly FacetView[]
  readonly chosen: number
  /** A box beside the facets that widens instead. */
  readonly also?: ReactNode
}

/** The ways to narrow a search, as boxes in the form that searches. */
export function FacetList({ facets, chosen, also }: Props) {
  const { t } = useMessages()
  if (facets.length === 0) return null
  return (
    <details className="facets" data-open-when-wide data-waits-for-button>
      <summary className="facets-summary">
        {chosen > 0 ? t('search.narrowed', { count: chosen }) : t('search.narrow')}
      </summary>
      {facets.map((facet) => (
        <Facet key={facet.name} facet={facet} />
      ))}
      {also}
      <button className="ds-button facets-apply" type="submit" data-variant="secondary">
        {t('search.apply')}
      </button>
    </details>
  )
}

function Facet({ facet }: { facet: FacetView }) {
  const { t } = useMessages()
  const first = facet.options.filter((option, place) => place < SHOWN_AT_FIRST || option.chosen)
  const rest = facet.options.filter((option) => !first.includes(option))
  return (
    <details className="facet" open={facet.open}>
      <summary>{facet.title}</summary>
      <fieldset>
        <legend className="ds-sr-only">{facet.title}</legend>
        {first.map((option) => (
          <Choice key={option.value} name={facet.name} option={option} />
        ))}
        {rest.length > 0 && (
          <details className="facet-rest">
            <summary>{t('search.facetMore')}</summary>
            {rest.map((option) => (
              <Choice key={option.value} name={facet.name} option={option} />
            ))}
          </details>
        )}
      </fieldset>
    </details>
  )
}

function Choice({ name, option }: { name: string; option: FacetOption }) {
  const { number } = useMessages()
  const id = `${name}-${option.value}`
  return (
    <label className="choice" htmlFor={id}>
      <input
        className="ds-input"
        type="checkbox"
        id={id}
        name={name}
        value={option.value}
        defaultChecked={option.chosen}
      />
      <span className="choice-label">{option.label}</span>
      <span className="choice-count">{number(option.count)}</span>
    </label>
  )
}
