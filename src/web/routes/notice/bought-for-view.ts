import type { BoughtThrough, PrincipalBasis } from '#src/modules/notices/index.ts'
import { compareNames } from '#src/platform/compare-names.ts'
import type { Language } from '#src/platform/language.ts'
import { organisationLink } from '#src/web/present/organisation-link.ts'

export type BoughtForView = {
  readonly body: string
  readonly basis: PrincipalBasis
  readonly names: readonly { readonly name: string; readonly href: string | null }[]
  readonly sourceUrl: string | null
  readonly asOfYear: number | null
}

export function boughtForViews(
  through: readonly BoughtThrough[],
  language: Language,
): readonly BoughtForView[] {
  return through.map(({ body, basis, principals, sourceUrl, asOfYear }) => ({
    body: body.name,
    basis,
    names: principals
      .map(({ organisation, municipality }) => ({
        name: municipality?.name ?? organisation.name,
        href: organisationLink(organisation, language),
      }))
      .toSorted((one, other) => compareNames(one.name, other.name)),
    sourceUrl,
    asOfYear,
  }))
}
