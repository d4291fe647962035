import { createHash } from 'node:crypto'
import { stableId } from '#src/platform/ids.ts'
import { type OrganisationId as Id, OrganisationId, type OrganisationKind } from './contract.ts'
import type { OtherName } from './organisation.ts'
import type { ShippedData, ShippedJointBody, ShippedMember } from './shipped-data.ts'

/** An organisation as it ships, with what hangs on it; `hash` tells whether that has changed since it was written. */
export type ShippedOrganisation = {
  readonly id: Id
  readonly kind: OrganisationKind
  readonly name: string
  readonly organisasjonsnummer: string | null
  readonly kommunenummer: string | null
  readonly fylkesnummer: string | null
  readonly endedYear: number | null
  readonly sourceUrl: string | null
  readonly note: string | null
  readonly otherNames: readonly OtherName[]
  readonly formerNumbers: readonly string[]
  readonly actsFor: readonly ShippedActsFor[]
  readonly hash: string
}

export type ShippedActsFor = {
  readonly principal: Id
  readonly isHost: boolean
  readonly isMember: boolean
  readonly namedAs: readonly string[]
  readonly scope: 'purchasing' | 'cooperation'
  readonly asOfYear: number | null
  readonly validFrom?: string
  readonly validTo?: string
}

/** Oslo is a municipality and a county in one organisation, which has the municipality's key. */
export function organisationOf(place: {
  kommunenummer?: string | undefined
  fylkesnummer?: string | undefined
}): Id {
  if (place.kommunenummer) return OrganisationId.parse(stableId('municipality', place.kommunenummer))
  if (place.fylkesnummer === '03') return OrganisationId.parse(stableId('municipality', '0301'))
  return OrganisationId.parse(stableId('county', place.fylkesnummer ?? ''))
}

/** Every organisation of the shipped data, each with a digest of everything that is told about it. */
export function shippedOrganisations(data: ShippedData): readonly ShippedOrganisation[] {
  return [...municipalityBodies(data), ...countyBodies(data), ...dividedCounties(data), ...jointBodies(data)]
}

type Body = Omit<ShippedOrganisation, 'hash'>

const NOTHING_MORE = {
  kommunenummer: null,
  fylkesnummer: null,
  endedYear: null,
  sourceUrl: null,
  note: null,
  otherNames: [],
  formerNumbers: [],
  actsFor: [],
} as const

/** `facts` are what other tables tell about it: they count when asking whether anything has changed. */
function withHash(body: Body, facts: unknown = null): ShippedOrganisation {
  return {
    ...body,
    hash: createHash('sha256')
      .update(JSON.stringify([body, facts]))
      .digest('hex'),
  }
}

function municipalityBodies({
  municipalities,
  formerMunicipalities,
}: ShippedData): readonly ShippedOrganisation[] {
  return municipalities.map((one) => {
    const { kommunenummer, fylkesnummer, organisasjonsnummer, otherNames } = one
    const former = formerMunicipalities.filter((old) => old.successors.includes(kommunenummer))
    return withHash(
      {
        ...NOTHING_MORE,
        id: organisationOf({ kommunenummer }),
        kind: 'municipality',
        name: one.officialName,
        organisasjonsnummer,
        kommunenummer,
        fylkesnummer,
        otherNames,
      },
      [one, former],
    )
  })
}

function countyBodies({ counties, formerCounties }: ShippedData): readonly ShippedOrganisation[] {
  return counties
    .filter((one) => one.fylkesnummer !== '03')
    .map((one) => {
      const { fylkesnummer, organisasjonsnummer, otherNames } = one
      const former = formerCounties.filter((old) => old.successors.includes(fylkesnummer))
      const takenOver = former.filter((old) => old.successors.length === 1)
      return withHash(
        {
          ...NOTHING_MORE,
          id: organisationOf({ fylkesnummer }),
          kind: 'county',
          name: one.officialName,
          organisasjonsnummer,
          fylkesnummer,
          otherNames,
          formerNumbers: takenOver.flatMap((old) => old.organisasjonsnummer ?? []),
        },
        former,
      )
    })
}

/** Counties that were merged and divided again (Viken) lead to nobody, so what they bought stays theirs. */
function dividedCounties({ formerCounties }: ShippedData): readonly ShippedOrganisation[] {
  return formerCounties
    .filter((one) => one.successors.length > 1)
    .map((one) =>
      withHash({
        ...NOTHING_MORE,
        id: organisationOf({ fylkesnummer: one.fylkesnummer }),
        kind: 'county',
        name: `${one.name} fylkeskommune`,
        organisasjonsnummer: one.organisasjonsnummer,
        endedYear: one.lastYear,
      }),
    )
}

function jointBodies({ jointBodies: bodies }: ShippedData): readonly ShippedOrganisation[] {
  return bodies.map((one) =>
    withHash({
      ...NOTHING_MORE,
      id: OrganisationId.parse(stableId('joint-body', one.id)),
      kind: one.kind,
      name: one.name,
      organisasjonsnummer: null,
      fylkesnummer: commonCounty(one),
      endedYear: one.endedYear,
      sourceUrl: one.sourceUrl,
      note: one.note,
      otherNames: one.shortNames.map((name) => ({ name, kind: 'short', language: null })),
      actsFor: actsFor(one),
    }),
  )
}

/** The county of a body whose host and members all lie in one. */
function commonCounty({ host, members }: ShippedJointBody): string | null {
  const places: readonly ShippedMember[] = host ? [host, ...members] : members
  const counties = new Set(places.map((place) => place.fylkesnummer ?? place.kommunenummer?.slice(0, 2)))
  const [only] = counties
  return counties.size === 1 && only ? only : null
}

function actsFor(body: ShippedJointBody): readonly ShippedActsFor[] {
  const scope = body.buysForMembers ? 'purchasing' : 'cooperation'
  const host = body.host ? organisationOf(body.host) : null
  const members = body.members.map((member) => {
    const principal = organisationOf(member)
    const namedAs = member.namedAs ?? []
    return {
      principal,
      isHost: principal === host,
      isMember: true,
      namedAs,
      scope,
      asOfYear: body.asOfYear,
      ...(member.validFrom !== undefined && { validFrom: member.validFrom }),
      ...(member.validTo !== undefined && { validTo: member.validTo }),
    } as const
  })
  if (!host || members.some((member) => member.isHost)) return members
  return [
    ...members,
    { principal: host, isHost: true, isMember: false, namedAs: [], scope, asOfYear: body.asOfYear },
  ]
}
