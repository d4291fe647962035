import { z } from 'zod'
import { isMessageKey, messagesIn } from '#src/messages/index.ts'
import { ORGANISATION_KINDS, OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  cleanOrganisasjonsnummer,
  county,
  findOrganisationById,
  listOrganisations as listKnownOrganisations,
  municipality,
  type Organisation,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import { endpoint, listReply } from './endpoint.ts'
import { OrganisationAnswer, type OrganisationReference, OrganisationsAnswer } from './organisation-answer.ts'
import { nextPage, paging, unknownAfter } from './paging.ts'
import { oneOf } from './parameters.ts'
import { county as countyNumber } from './search-parameters.ts'

const organisationNumber = z
  .string()
  .refine(
    (text) => cleanOrganisasjonsnummer(text).valid,
    'must be a valid organisasjonsnummer of nine digits',
  )

export const listOrganisations = endpoint({
  id: 'organisations',
  path: '/organisations',
  tag: 'Organisations',
  summary: 'Organisations of every kind',
  description:
    'Municipalities, counties, cooperatives and other joint bodies, state bodies, enterprises, suppliers; by name.',
  query: {
    ...paging,
    q: z.string().trim().max(200, 'may be at most 200 characters').optional().describe('Part of the name.'),
    kind: oneOf(ORGANISATION_KINDS).optional().describe('Only this kind.'),
    county: countyNumber.optional().describe('Only those that are or lie in this county.'),
    organisationNumber: organisationNumber.optional().describe('The one with this organisasjonsnummer.'),
  },
  answer: OrganisationsAnswer,
  reply: async ({ program: { db }, query, lang, addresses, here, problem }) => {
    const after = query.after === undefined ? undefined : await findOrganisation(db, query.after)
    if (after === null) return problem(unknownAfter(query.after ?? ''))
    const { organisations, total } = await listKnownOrganisations(db, {
      limit: query.limit + 1,
      after: after?.id,
      q: query.q,
      kind: query.kind,
      fylkesnummer: query.county,
      organisasjonsnummer: cleanOrganisasjonsnummer(query.organisationNumber ?? '').number ?? undefined,
    })
    const page = organisations.slice(0, query.limit)
    const words = { register: await readRegister(db), lang, addresses }
    return listReply({
      total,
      items: page.map((one) => toAnswer(one, words)),
      next: nextPage(page, { idOf: ({ id }) => id, here, isLast: organisations.length <= query.limit }),
    })
  },
})

export const readOrganisation = endpoint({
  id: 'organisation',
  path: '/organisations/{id}',
  tag: 'Organisations',
  summary: 'One organisation',
  description: 'By the id it has in lists and in cases.',
  pathParameters: { id: { description: 'The id of the organisation, as lists and cases have it.' } },
  query: {},
  answer: OrganisationAnswer,
  outcomes: { 404: 'There is no organisation with this id.' },
  reply: async ({ program: { db }, path, lang, addresses, problem }) => {
    const found = await findOrganisation(db, path('id'))
    if (!found)
      return problem({ kind: 'not-found', detail: `There is no organisation with the id ${path('id')}.` })
    return { body: toAnswer(found, { register: await readRegister(db), lang, addresses }) }
  },
})

async function findOrganisation(db: Database, text: string): Promise<Organisation | null> {
  const id = OrganisationId.safeParse(text)
  return id.success ? findOrganisationById(db, id.data) : null
}

type Words = { readonly register: Register; readonly lang: Language; readonly addresses: Addresses }

function toAnswer(
  one: Organisation,
  { register, lang, addresses }: Words,
): z.infer<typeof OrganisationAnswer> {
  const key = `organisations.kind.${one.kind}`
  const inMunicipality = one.kommunenummer === null ? null : municipality(register, one.kommunenummer)
  const inCounty = one.fylkesnummer === null ? null : county(register, one.fylkesnummer)
  return {
    id: one.id,
    kind: one.kind,
    kindLabel: isMessageKey(key) ? messagesIn(lang).t(key) : one.kind,
    name: one.name,
    organisationNumber: one.organisasjonsnummer,
    municipality: inMunicipality && { number: inMunicipality.kommunenummer, name: inMunicipality.name },
    county: inCounty && { number: inCounty.fylkesnummer, name: inCounty.name },
    self: addresses.api('organisations', one.id),
    url: pageOf(one, addresses),
  }
}

function pageOf({ kind, kommunenummer, fylkesnummer }: Organisation, addresses: Addresses): string | null {
  if (kind === 'municipality' && kommunenummer !== null) return addresses.page('municipality', kommunenummer)
  return kind === 'county' && fylkesnummer !== null ? addresses.page('county', fylkesnummer) : null
}

/** An organisation as other records name it. */
export function toReference(one: Organisation): z.infer<typeof OrganisationReference> {
  return {
    id: one.id,
    kind: one.kind,
    name: one.name,
    organisationNumber: one.organisasjonsnummer,
    municipalityNumber: one.kommunenummer,
    countyNumber: one.fylkesnummer,
  }
}
