import type { OrganisationId } from './contract.ts'
import type { JointBody, JointBodyMember } from './joint-body.ts'
import { type LikeMunicipality, municipalitiesLike } from './likeness.ts'
import type { County, FormerCounty, FormerMunicipality, Municipality } from './municipality.ts'
import { type Neighbour, neighbours } from './neighbours.ts'
import type { Organisation } from './organisation.ts'
import { county, municipalities, municipality, organisation, type Register } from './register.ts'
import { isSmallDistrict } from './small-district.ts'

/** A joint body as one of its members sees it. */
export type JointBodyMembership = {
  readonly body: JointBody
  readonly membership: JointBodyMember
  /** The others, by today's name. */
  readonly others: readonly Organisation[]
}

/** Everything the page of a municipality says about who it is. */
export type MunicipalityPage = {
  readonly municipality: Municipality
  readonly organisation: Organisation
  readonly county: County
  readonly isSmallDistrict: boolean
  readonly formerly: readonly FormerMunicipality[]
  readonly neighbours: readonly Neighbour[]
  readonly like: readonly LikeMunicipality[]
  readonly jointBodies: readonly JointBodyMembership[]
}

/** The page of a municipality of today; null for any other number. */
export function municipalityPage(register: Register, kommunenummer: string): MunicipalityPage | null {
  const one = municipality(register, kommunenummer)
  const body = one && organisation(register, one.organisation)
  const itsCounty = one && county(register, one.fylkesnummer)
  if (!one || !body || !itsCounty) return null
  return {
    municipality: one,
    organisation: body,
    county: itsCounty,
    isSmallDistrict: isSmallDistrict(one),
    formerly: [...register.formerMunicipalities.values()].filter((old) =>
      old.successors.includes(kommunenummer),
    ),
    neighbours: neighbours(register, kommunenummer),
    like: municipalitiesLike(register, kommunenummer),
    jointBodies: cooperationsOf(register, one.organisation),
  }
}

export type CountyPage = {
  readonly county: County
  readonly organisation: Organisation
  readonly municipalities: readonly Municipality[]
  readonly formerly: readonly FormerCounty[]
  /** Bodies the county itself is in, and those whose members all lie in it. */
  readonly jointBodies: readonly JointBody[]
}

/** The page of a county of today; null for any other number. */
export function countyPage(register: Register, fylkesnummer: string): CountyPage | null {
  const one = county(register, fylkesnummer)
  const body = one && organisation(register, one.organisation)
  if (!one || !body) return null
  return {
    county: one,
    organisation: body,
    municipalities: municipalities(register).filter((other) => other.fylkesnummer === fylkesnummer),
    formerly: [...register.formerCounties.values()].filter((old) => old.successors.includes(fylkesnummer)),
    jointBodies: register.jointBodies.filter(
      (joint) =>
        joint.fylkesnummer === fylkesnummer ||
        joint.members.some((member) => member.organisation === one.organisation),
    ),
  }
}

/** The joint bodies that act for an organisation, those that buy for it first. */
export function cooperationsOf(register: Register, id: OrganisationId): readonly JointBodyMembership[] {
  return register.jointBodies
    .flatMap((body) => {
      const membership = body.members.find((member) => member.organisation === id)
      if (!membership) return []
      const others = body.members
        .filter((member) => member.organisation !== id)
        .flatMap((member) => organisation(register, member.organisation) ?? [])
      return [{ body, membership, others }]
    })
    .sort((a, b) => Number(b.membership.scope === 'purchasing') - Number(a.membership.scope === 'purchasing'))
}
