import type { z } from 'zod'
import {
  county,
  currentMunicipality,
  type Municipality,
  type MunicipalityPage,
  municipalities,
  municipalityPage,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Addresses } from './addresses.ts'
import { endpoint, listReply } from './endpoint.ts'
import { MunicipalitiesAnswer, MunicipalityAnswer, type MunicipalitySummary } from './organisation-answer.ts'
import { pageOfList, paging } from './paging.ts'
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
    const page = pageOfList(chosen, { ...query, idOf: ({ kommunenummer }) => kommunenummer, here })
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
    const found = municipalityPage(register, number)
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
  page: MunicipalityPage,
  register: Register,
  addresses: Addresses,
): z.infer<typeof MunicipalityAnswer> {
  const { municipality: one, formerly, isSmallDistrict, jointBodies } = page
  return {
    ...toSummary(one, register, addresses),
    organisation: one.organisation,
    otherNames: [...one.otherNames],
    areaKm2: one.areaKm2,
    populations: [...one.populations],
    smallDistrict: isSmallDistrict,
    formerNumbers: formerly.map(({ kommunenummer, name, lastYear, successors }) => ({
      number: kommunenummer,
      name,
      lastYear,
      successors: [...successors],
    })),
    neighbours: page.neighbours.map(({ municipality: other, kilometres }) => ({
      ...toPlace(other),
      kilometres: Math.round(kilometres),
    })),
    like: page.like.map(({ municipality: other }) => toPlace(other)),
    cooperations: jointBodies.map(({ body, membership }) => ({
      id: body.id,
      name: body.name,
      kind: body.kind,
      scope: membership.scope,
      host: membership.isHost,
      asOfYear: membership.asOfYear,
      source: body.sourceUrl,
    })),
  }
}

function toPlace({ kommunenummer, name }: Municipality) {
  return { number: kommunenummer, name }
}
