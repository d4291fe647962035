import type { CaseSummary } from '#src/modules/catalogue/index.ts'
import { TAKING_PART } from '#src/modules/catalogue/index.ts'
import { currentMunicipalities, type Register } from '#src/modules/organisations/index.ts'
import type { Thing } from './relevance.ts'

/** A case by what it is about and whose it is; numbers that are no longer in use are those of today. */
export function caseThing(
  register: Register,
  { themes, parties }: Pick<CaseSummary, 'themes' | 'parties'>,
): Thing {
  const taking = parties.filter(({ role }) => TAKING_PART.includes(role))
  const numbers = taking.flatMap(({ reference, within }) =>
    [reference, within].flatMap((place) =>
      place && 'kommunenummer' in place ? currentMunicipalities(register, place.kommunenummer) : [],
    ),
  )
  const counties = taking.flatMap(({ reference, within }) =>
    [reference, within].flatMap((place) => (place && 'fylkesnummer' in place ? [place.fylkesnummer] : [])),
  )
  return {
    themes,
    municipalities: [...new Set(numbers.map(({ kommunenummer }) => kommunenummer))],
    counties: [...new Set([...numbers.map(({ fylkesnummer }) => fylkesnummer), ...counties])],
  }
}
