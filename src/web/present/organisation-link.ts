import type { Organisation } from '#src/modules/organisations/index.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'

/** The page of a municipality or a county; other organisations have none yet. */
export function organisationLink(organisation: Organisation | null, language: Language): string | null {
  if (!organisation) return null
  const { kind, kommunenummer, fylkesnummer } = organisation
  if (kind === 'municipality' && kommunenummer)
    return address(language, 'municipality', { number: kommunenummer })
  if (kind === 'county' && fylkesnummer) return address(language, 'county', { number: fylkesnummer })
  return null
}
