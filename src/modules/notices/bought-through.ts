import { type Organisation, organisation, type Register } from '#src/modules/organisations/index.ts'
import type { PrincipalBasis } from './contract.ts'
import type { PrincipalLink } from './principals-repository.ts'
import { type BuyerMunicipality, municipalityOf } from './stored-notice.ts'

/**
 * A joint body that a notice was bought through, with those of its members that the notice does not name.
 *
 * What it rests on goes with it, since it is a register that says so and not the notice.
 */
export type BoughtThrough = {
  readonly body: Organisation
  readonly basis: PrincipalBasis
  /** Where the members are told, and of which year; null when the source is undated. */
  readonly sourceUrl: string | null
  readonly asOfYear: number | null
  readonly principals: readonly {
    readonly organisation: Organisation
    readonly municipality: BuyerMunicipality | null
  }[]
}

export function toBoughtThrough(
  register: Register,
  links: readonly PrincipalLink[],
): readonly BoughtThrough[] {
  return [...Map.groupBy(links, (link) => link.body)].flatMap(([id, group]) => {
    const body = register.jointBodies.find((one) => one.id === id)
    const [first] = group
    if (!body || !first) return []
    const { kind, name, organisasjonsnummer, kommunenummer, fylkesnummer, members, sourceUrl } = body
    const membership = members.find((member) => member.organisation === first.organisation)
    return [
      {
        body: { id, kind, name, organisasjonsnummer, kommunenummer, fylkesnummer },
        basis: first.basis,
        sourceUrl,
        asOfYear: membership?.asOfYear ?? null,
        principals: group.flatMap((link) => {
          const one = organisation(register, link.organisation)
          return one ? [{ organisation: one, municipality: municipalityOf(register, one) }] : []
        }),
      },
    ]
  })
}
