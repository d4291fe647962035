import { county, municipality, type Organisation, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Choice } from '#src/web/ui/fields.tsx'

type Places = { readonly counties: readonly Choice[]; readonly municipalities: readonly Choice[] }

/** The places that somebody on the board is from. */
export async function placeChoices(db: Database, organisations: readonly Organisation[]): Promise<Places> {
  const register = await readRegister(db)
  const numbers = (of: (one: Organisation) => string | null) => [
    ...new Set(organisations.flatMap((one) => of(one) ?? [])),
  ]
  const sorted = (choices: readonly Choice[]) =>
    choices.toSorted((a, b) => a.text.localeCompare(b.text, 'nb'))
  return {
    counties: sorted(
      numbers(({ fylkesnummer }) => fylkesnummer).map((value) => ({
        value,
        text: county(register, value)?.name ?? value,
      })),
    ),
    municipalities: sorted(
      numbers(({ kommunenummer }) => kommunenummer).map((value) => ({
        value,
        text: municipality(register, value)?.name ?? value,
      })),
    ),
  }
}
