import type { Need } from '#src/modules/needs/need.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  cooperationsOf,
  type Municipality,
  municipalities,
  municipality,
  type Organisation,
  organisation,
  population,
  type Register,
} from '#src/modules/organisations/index.ts'
import type { MunicipalityToMatch, NeedToMatch } from './need-to-match.ts'

/** A need with what the register knows of whose it is; null when it does not say when, or nobody knows where. */
export function toMatch({ id, organisation: owner, content }: Need, register: Register): NeedToMatch | null {
  const { from, until } = content
  const place = placeOf(register, owner)
  if (!place || !from || !until) return null
  return {
    id,
    municipality: place,
    title: content.title,
    text: [content.forWhom, content.outcome].filter((text) => text !== '').join('\n'),
    language: content.language === 'nn' ? 'nn' : 'nb',
    themes: content.themes,
    cpv: content.cpv,
    // Only a draft may leave these open; it then stands where it fits most.
    innovationHeight: content.innovationHeight ?? 'adapt',
    phase: content.phase ?? 'considering',
    window: { from, until },
    firmness: content.firmness ?? 'idea',
    wishes: content.wish ?? 'either',
    cooperations: cooperationsOf(register, owner)
      .filter(({ body, membership }) => body.endedYear === null && membership.validTo === null)
      .map(({ body }) => body.id),
    contractEndsOn: content.contractEndsOn,
    volume: content.volume?.amount ?? null,
  }
}

/** A municipality is itself, and so are its enterprises; a body of several is all of them, wherever its office lies. */
function placeOf(register: Register, owner: OrganisationId): MunicipalityToMatch | null {
  const body = organisation(register, owner)
  if (!body) return null
  const own = body.kommunenummer ? municipality(register, body.kommunenummer) : null
  const isMunicipal = body.kind === 'municipality' || body.kind === 'municipal-enterprise'
  if (own && isMunicipal) return factsOf([own], own.kommunenummer)
  const members = membersOf(register, body)
  const parts = members.length > 0 ? members : own ? [own] : []
  return parts.length > 0 ? factsOf(parts, owner) : null
}

function membersOf(register: Register, body: Organisation): readonly Municipality[] {
  if (body.kind === 'county')
    return municipalities(register).filter(({ fylkesnummer }) => fylkesnummer === body.fylkesnummer)
  const ids = new Set(
    register.jointBodies.find(({ id }) => id === body.id)?.members.map((member) => member.organisation),
  )
  return municipalities(register).filter((one) => ids.has(one.organisation))
}

function factsOf(parts: readonly Municipality[], key: string): MunicipalityToMatch {
  const mean = (of: (one: Municipality) => number) =>
    parts.reduce((sum, one) => sum + of(one), 0) / parts.length
  return {
    kommunenummer: key,
    fylkesnummer: parts[0]?.fylkesnummer ?? '',
    population: parts.reduce((sum, one) => sum + population(one), 0),
    centralityClass: Math.round(mean(({ centralityClass }) => centralityClass)),
    centroid: { lon: mean(({ centroid }) => centroid.lon), lat: mean(({ centroid }) => centroid.lat) },
  }
}
