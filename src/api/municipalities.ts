import type { z } from 'zod'
import {
  cooperationsOf,
  county,
  currentMunicipality,
  isSmallDistrict,
  type Municipality,
  municipalities,
  municipality,
  neighbours,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Addresses } from './addresses.ts'
import { endpoint, listReply } from './endpoint.ts'
import { MunicipalitiesAnswer, MunicipalityAnswer, type MunicipalitySummary } from './organisation-answer.ts'
import { pageOfSorted, paging } from './paging.ts'
import { repeated } from './parameters.ts'
import { county as countyNumber } from './search-parameters.ts'

export const listMunicipalities = endpoint({
  id: 'municipalities',
  path: '/municipalities',
  tag: 'Organisations',
  summary: 'The municipalities of today',
  description: 'In the order of their numbers. Facts from SSB and Kartverket (CC BY 4.0).',
  query: { ...paging, county: repeated(countyNumber).describe('Only in these counties, by fylkesnummer.') },
  answer: MunicipalitiesAnswer,
  reply: async ({ program, query, addresses, here, problem }) => {
    const register = await readRegister(program.db)
    const chosen = municipalities(register).filter(
      ({ fylkesnummer }) => query.county.length === 0 || query.county.includes(fylkesnummer),
    )
    const page = pageOfSorted(chosen, { ...query, keyOf: ({ kommunenummer }) => kommunenummer, here })
    if (!page.ok) return problem(page.failure)
    const items = page.value.items.map((one) => toSummary(one, register, addresses))
    return listReply({ ...page.value, items })
  },
})

export const readMunicipality = endpoint({
  id: 'municipality',
  path: '/municipalities/{number}',
  tag: 'Organisations',
  summary: 'One municipality',
  description:
    'By its number today. A number that is no longer in use answers 301 with the municipality that carries it on; `formerNumbers` there tells when it was split between several.',
  pathParameters: { number: { description: 'Kommunenummer, four digits.', example: '4601' } },
  query: {},
  answer: MunicipalityAnswer,
  outcomes: {
    301: 'The number is no longer in use; `Location` is the municipality of today.',
    404: 'No municipality has or has had this number.',
  },
  reply: async ({ program, path, addresses, problem, movedTo }) => {
    const number = path('number')
    const register = await readRegister(program.db)
    const found = municipality(register, number)
    if (found) return { body: toAnswer(found, register, addresses) }
    const today = currentMunicipality(register, number)
    if (today) return movedTo('municipalities', today.kommunenummer)
    return problem({ kind: 'not-found', detail: `No municipality has or has had the number ${number}.` })
  },
})

function toSummary(
  one: Municipality,
  register: Register,
  addresses: Addresses,
): z.infer<typeof MunicipalitySummary> {
  const [newest] = one.populations
  if (!newest) throw new Error(`No population for municipality ${one.kommunenummer}`)
  return {
    number: one.kommunenummer,
    name: one.name,
    organisationNumber: one.organisasjonsnummer,
    county: { number: one.fylkesnummer, name: county(register, one.fylkesnummer)?.name ?? one.fylkesnummer },
    population: newest,
    languageForm: one.languageForm,
    centrality: { class: one.centralityClass, index: one.centralityIndex },
    kostraGroup: one.kostraGroup,
    samiAdministrativeArea: one.samiAdministrativeArea,
    centroid: one.centroid,
    self: addresses.api('municipalities', one.kommunenummer),
    url: addresses.page('municipality', one.kommunenummer),
  }
}

function toAnswer(
  one: Municipality,
  register: Register,
  addresses: Addresses,
): z.infer<typeof MunicipalityAnswer> {
  const former = [...register.formerMunicipalities.values()]
  return {
    ...toSummary(one, register, addresses),
    organisation: one.organisation,
    otherNames: [...one.otherNames],
    areaKm2: one.areaKm2,
    populations: [...one.populations],
    smallDistrict: isSmallDistrict(one),
    formerNumbers: former
      .filter(({ successors }) => successors.includes(one.kommunenummer))
      .map(({ kommunenummer, ...rest }) => ({
        number: kommunenummer,
        ...rest,
        successors: [...rest.successors],
      })),
    neighbours: neighbours(register, one.kommunenummer).map(({ municipality: other, kilometres }) => ({
      number: other.kommunenummer,
      name: other.name,
      kilometres: Math.round(kilometres),
    })),
    cooperations: [],
  }
}
