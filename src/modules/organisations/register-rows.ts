import type { Selectable } from 'kysely'
import type { Schema } from '#src/platform/database.ts'
import './tables.ts'

type Row<Table extends keyof Schema> = Selectable<Schema[Table]>

/** The tables a register is made of. */
export type RegisterRows = {
  readonly organisations: readonly Pick<
    Row<'organisation'>,
    | 'id'
    | 'kind'
    | 'name'
    | 'organisasjonsnummer'
    | 'kommunenummer'
    | 'fylkesnummer'
    | 'ended_year'
    | 'source_url'
    | 'note'
  >[]
  readonly names: readonly Row<'organisation_name'>[]
  readonly formerNumbers: readonly Row<'organisation_former_number'>[]
  readonly counties: readonly Row<'county'>[]
  readonly municipalities: readonly Row<'municipality'>[]
  readonly populations: readonly Row<'municipality_population'>[]
  readonly formerMunicipalities: readonly Row<'former_municipality'>[]
  readonly formerCounties: readonly Row<'former_county'>[]
  readonly actsFor: readonly ActsForRow[]
}

/** Dates as text (`2024-01-31`), the same from both engines. */
export type ActsForRow = Omit<Row<'acts_for'>, 'id' | 'valid_from' | 'valid_to' | 'source_url'> & {
  readonly valid_from: string | null
  readonly valid_to: string | null
}
