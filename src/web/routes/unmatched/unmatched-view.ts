import type { Unrecognised, UnrecognisedReason } from '#src/modules/notices/index.ts'
import { county, type Organisation, type Register } from '#src/modules/organisations/index.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'
import { organisationLink } from '#src/web/present/organisation-link.ts'

export type UnmatchedView = {
  readonly name: string
  readonly number: string | null
  readonly reason: UnrecognisedReason
  readonly notices: number
  readonly newest: string
  readonly nearest: readonly { readonly name: string; readonly href: string | null }[]
}

export function unmatchedViews(
  parties: readonly Unrecognised[],
  { register, language }: { readonly register: Register; readonly language: Language },
): readonly UnmatchedView[] {
  return parties.map(({ name, numberAsWritten, reason, notices, newest, nearest }) => ({
    name,
    number: numberAsWritten,
    reason,
    notices,
    newest: address(language, 'notice', { id: newest }),
    nearest: nearest.map(({ organisation }) => ({
      name: toldApart(register, organisation),
      href: organisationLink(organisation, language),
    })),
  }))
}

/** With its county, since two of them may have one name. */
function toldApart(register: Register, { kind, name, fylkesnummer }: Organisation): string {
  const place = kind === 'municipality' && fylkesnummer ? county(register, fylkesnummer)?.name : null
  return place ? `${name} (${place})` : name
}
