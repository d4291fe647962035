import type { NoticeParties } from '#src/modules/notices/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  currentMunicipality,
  type Organisation,
  organisation,
  type Register,
} from '#src/modules/organisations/index.ts'
import type { RadarCircle } from './circle.ts'

/** Somebody who buys: a municipality with its enterprises, or another body. */
export type RadarParty = {
  readonly key: string
  readonly name: string
  /** Null for a body that is no municipality. */
  readonly kommunenummer: string | null
  /** Bought for, by the register of joint bodies, without being named in the notice. */
  readonly isUnnamed: boolean
}

type Found = { readonly party: RadarParty; readonly isInCircle: boolean }
export type RadarParties = { readonly who: readonly RadarParty[]; readonly beside: readonly RadarParty[] }

/** Tells those of the circle from the others, each once; who is named before who is not. */
export function partyReader(register: Register, circle: RadarCircle) {
  const numbers = new Set(circle.members.map(({ municipality }) => municipality.kommunenummer))
  const bodies = new Set<string>(circle.organisations)
  const find = (one: Organisation, isUnnamed: boolean): Found => ({
    party: toParty(register, one, isUnnamed),
    isInCircle:
      circle.kind === 'all' ||
      bodies.has(one.id) ||
      (one.kommunenummer !== null && numbers.has(one.kommunenummer)),
  })
  const ofOrganisations = (ids: readonly OrganisationId[]): RadarParties =>
    sorted(
      ids.flatMap((id) => {
        const one = organisation(register, id)
        return one ? [find(one, false)] : []
      }),
    )
  return {
    ofNotice: ({ buyers, boughtFor }: NoticeParties): RadarParties =>
      sorted([
        ...buyers.map((one) => (one.organisation ? find(one.organisation, false) : unknown(one.name))),
        ...boughtFor.flatMap(({ principals }) => principals.map((one) => find(one.organisation, true))),
      ]),
    ofOrganisation: (id: OrganisationId): RadarParties => ofOrganisations([id]),
    ofOrganisations,
  }
}

/** A municipal enterprise is its municipality; a body that several share is itself, wherever its office lies. */
function toParty(register: Register, one: Organisation, isUnnamed: boolean): RadarParty {
  const isMunicipal = one.kind === 'municipality' || one.kind === 'municipal-enterprise'
  const found = isMunicipal && one.kommunenummer ? currentMunicipality(register, one.kommunenummer) : null
  return found
    ? { key: found.kommunenummer, name: found.name, kommunenummer: found.kommunenummer, isUnnamed }
    : { key: one.id, name: one.name, kommunenummer: null, isUnnamed }
}

function unknown(name: string): Found {
  return { party: { key: name, name, kommunenummer: null, isUnnamed: false }, isInCircle: false }
}

function sorted(found: readonly Found[]): RadarParties {
  const once = new Map<string, Found>()
  for (const one of found) {
    const known = once.get(one.party.key)
    if (!known || (known.party.isUnnamed && !one.party.isUnnamed)) once.set(one.party.key, one)
  }
  const all = [...once.values()]
  return {
    who: all.filter((one) => one.isInCircle).map(({ party }) => party),
    beside: all.filter((one) => !one.isInCircle).map(({ party }) => party),
  }
}
