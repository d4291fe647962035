import type { OrganisationId, OrganisationKind } from '#src/modules/organisations/contract.ts'
import {
  cooperationsOf,
  county,
  type LikenessReason,
  type Municipality,
  municipalities,
  municipalitiesLike,
  municipality,
  neighbours,
  type Register,
} from '#src/modules/organisations/index.ts'
import type { Circle, RadarQuestion } from './radar-question.ts'

/** Why a municipality is in the circle, with what a sentence needs. */
export type CircleReason =
  | { readonly kind: 'own' }
  | { readonly kind: 'near'; readonly kilometres: number }
  | { readonly kind: 'like'; readonly reasons: readonly LikenessReason[] }
  | { readonly kind: 'cooperation'; readonly bodies: readonly string[] }
  | { readonly kind: 'county' }

export type CircleMember = { readonly municipality: Municipality; readonly because: CircleReason }

/** Those whose purchases the radar shows. */
export type RadarCircle = {
  readonly kind: Circle
  readonly own: Municipality | null
  readonly fylkesnummer: string | null
  /** The own municipality first; nobody by name where all are asked about. */
  readonly members: readonly CircleMember[]
  /** Joint bodies or the county, beside the municipalities. */
  readonly organisations: readonly OrganisationId[]
  readonly kinds: readonly OrganisationKind[]
}

const NEAR = 10
const LIKE = 12

/** Those who buy for a municipality or a county, or are one. */
const LOCAL_KINDS: readonly OrganisationKind[] = [
  'municipality',
  'county',
  'municipal-enterprise',
  'intermunicipal-company',
  'purchasing-cooperative',
  'host-cooperation',
  'task-community',
  'regional-council',
  'digital-network',
]

/** Who is near, like, or cooperates: nobody where it takes a municipality and none is told. */
export function circleOf(
  register: Register,
  { kommunenummer, fylkesnummer, circle }: Pick<RadarQuestion, 'kommunenummer' | 'fylkesnummer' | 'circle'>,
): RadarCircle {
  const own = kommunenummer === null ? null : municipality(register, kommunenummer)
  const itsCounty = own?.fylkesnummer ?? fylkesnummer
  const joint = own && circle === 'cooperation' ? cooperatingWith(register, own) : []
  const counted = circle === 'county' && itsCounty ? county(register, itsCounty) : null
  return {
    kind: circle,
    own,
    fylkesnummer: itsCounty,
    members: [
      ...(own ? [{ municipality: own, because: { kind: 'own' } as const }] : []),
      ...othersIn(register, { own, circle, fylkesnummer: itsCounty, joint }),
    ],
    organisations: counted ? [counted.organisation] : joint.map(({ body }) => body.id),
    kinds: circle === 'all' ? LOCAL_KINDS : [],
  }
}

type Joint = ReturnType<typeof cooperationsOf>

/**
 * The bodies that buy for it, or, where we know none, those it otherwise cooperates with. One that has ended, or that it
 * has left, is none of them.
 */
function cooperatingWith(register: Register, { organisation }: Municipality): Joint {
  const today = cooperationsOf(register, organisation).filter(
    ({ body, membership }) => membership.validTo === null && body.endedYear === null,
  )
  const buying = today.filter(({ membership }) => membership.scope === 'purchasing')
  return buying.length > 0 ? buying : today
}

type Around = {
  readonly own: Municipality | null
  readonly circle: Circle
  readonly fylkesnummer: string | null
  readonly joint: Joint
}

function othersIn(register: Register, { own, circle, fylkesnummer, joint }: Around): readonly CircleMember[] {
  switch (circle) {
    case 'around':
      return neighbours(register, own?.kommunenummer ?? '', NEAR).map(({ municipality, kilometres }) => ({
        municipality,
        because: { kind: 'near', kilometres },
      }))
    case 'like':
      return municipalitiesLike(register, own?.kommunenummer ?? '', LIKE).map(
        ({ municipality, reasons }) => ({
          municipality,
          because: { kind: 'like', reasons },
        }),
      )
    case 'cooperation':
      return membersOf(register, joint)
    case 'county':
      return municipalities(register)
        .filter((one) => one.fylkesnummer === fylkesnummer && one !== own)
        .map((municipality) => ({ municipality, because: { kind: 'county' } }))
    case 'all':
      return []
  }
}

function membersOf(register: Register, joint: Joint): readonly CircleMember[] {
  const bodies = new Map<string, string[]>()
  for (const { body, others } of joint)
    for (const { kind, kommunenummer } of others)
      if (kind === 'municipality' && kommunenummer)
        bodies.set(kommunenummer, [...(bodies.get(kommunenummer) ?? []), body.name])
  return [...bodies].flatMap(([number, names]) => {
    const one = municipality(register, number)
    return one ? [{ municipality: one, because: { kind: 'cooperation', bodies: names } as const }] : []
  })
}
