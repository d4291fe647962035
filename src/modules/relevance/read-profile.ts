import { takenBy } from '#src/modules/adoptions/index.ts'
import { casesOf } from '#src/modules/catalogue/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { municipalitiesLike, organisation, type Register } from '#src/modules/organisations/index.ts'
import { draftThemesOf } from '#src/modules/sharing/index.ts'
import { conceptBranch } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Profile } from './relevance.ts'

/** What it did last says what it works with. */
const MOST_OWN = 30
/** So many municipalities are called like one's own: about one in twelve. */
const MOST_LIKE = 30

/** What an organisation is, and what it works with, as the platform knows it. */
export async function readProfile(db: Database, register: Register, id: OrganisationId): Promise<Profile> {
  const found = organisation(register, id)
  const kommunenummer = found?.kind === 'municipality' ? (found.kommunenummer ?? null) : null
  const like = kommunenummer === null ? [] : municipalitiesLike(register, kommunenummer, MOST_LIKE)
  const taken = await takenBy(db, id)
  const own = await casesOf(db, { organisation: id }, MOST_OWN)
  const themes = [...own.flatMap((one) => one.themes), ...(await draftThemesOf(db, id)), ...taken.themes]
  return {
    kommunenummer,
    fylkesnummer: found?.fylkesnummer ?? null,
    like: new Map(
      like.flatMap(({ municipality, reasons: [first] }) =>
        first ? [[municipality.kommunenummer, first.kind] as const] : [],
      ),
    ),
    taken: new Set(taken.cases),
    // How it was bought says nothing of what one works with.
    themes: new Set(themes.filter((id) => conceptBranch(id) !== 'procurement')),
  }
}
