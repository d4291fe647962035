import type { Messages } from '#src/messages/index.ts'
import { adoptersOf } from '#src/modules/adoptions/index.ts'
import {
  findSolution,
  type LinkedAdopter,
  type ProcurementCase,
  type SolutionSummary,
} from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Name } from '#src/web/ui/names.tsx'
import { type AdoptionView, adoptionViews } from './adoption-view.ts'
import { organisationLink } from './organisation-link.ts'

/** Who has taken a case into use, told apart by who says so. */
export type AdoptersView = {
  readonly told: readonly AdoptionView[]
  readonly inCase: readonly Name[]
  readonly ofSolutions: readonly { readonly solution: string; readonly names: readonly Name[] }[]
}

type Asked = { readonly reader: Actor | null; readonly messages: Messages }

export async function adoptersView(
  db: Database,
  { found, solutions }: { readonly found: ProcurementCase; readonly solutions: readonly SolutionSummary[] },
  { reader, messages }: Asked,
): Promise<AdoptersView> {
  const told = await adoptionViews(db, await adoptersOf(db, reader, found.id), messages)
  const used = await Promise.all(
    solutions.filter(({ adopters }) => adopters > 0).map(({ id }) => findSolution(db, id)),
  )
  return {
    told,
    inCase: (found.content.reuse?.adoptedBy ?? []).map(({ name, changed = null }) => ({
      name,
      href: null,
      note: changed,
    })),
    ofSolutions: used.flatMap((lookup) =>
      lookup?.status === 'found'
        ? {
            solution: lookup.solution.content.name,
            names: lookup.solution.adopters.map((adopter) => adopterName(adopter, messages)),
          }
        : [],
    ),
  }
}

/** One who uses a solution, as its page names it. */
export function adopterName(
  { name, organisation, within, fromYear }: LinkedAdopter,
  { t, language }: Messages,
): Name {
  return {
    name,
    href: organisationLink(organisation, language) ?? organisationLink(within, language),
    note: fromYear ? t('solution.from', { year: `${fromYear}` }) : null,
  }
}
