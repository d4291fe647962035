import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { type Competition, lacksDurations } from './contract-end.ts'
import type { Lot, Notice } from './notice.ts'
import './tables.ts'

/** The competition notices that are needed to tell how long the contracts of these last, the newest first. */
export async function competitionsFor(
  tx: Database,
  notices: readonly Notice[],
): Promise<readonly Competition[]> {
  const procedures = notices.flatMap((one) => (lacksDurations(one) ? (one.procedureId ?? []) : []))
  if (procedures.length === 0) return []
  const { rows } = await sql<{ procedure_id: string; public_id: string; lots: unknown }>`
    select procedure_id, public_id, content -> 'lots' as lots from notice
    where procedure_id = any(${[...new Set(procedures)]}::text[]) and form_type = 'competition' and current
    order by listed_on desc, public_id desc
  `.execute(tx)
  return rows.map((row) => ({
    procedureId: row.procedure_id,
    publicId: row.public_id,
    lots: row.lots as readonly Lot[],
  }))
}

const WITHOUT_LENGTH =
  '$.lots[*] ? (!exists(@.duration.to) && !exists(@.duration.months) && !exists(@.duration.days) && !exists(@.duration.unlimited))'

/** A stored notice that tells of contracts whose length the competition of its procedure may tell. */
export type ResultWithoutLength = { readonly key: string; readonly publicId: string; readonly notice: Notice }

/** Those of these procedures, other than the notices with these keys. */
export async function resultsWithoutLength(
  tx: Database,
  { procedures, except }: { readonly procedures: readonly string[]; readonly except: readonly string[] },
): Promise<readonly ResultWithoutLength[]> {
  const { rows } = await sql<{ id: string; public_id: string; content: unknown }>`
    select id, public_id, content from notice
    where procedure_id = any(${procedures}::text[]) and form_type in ('result', 'cont-modif')
      and id <> all(${except}::uuid[]) and content @? ${WITHOUT_LENGTH}::text::jsonpath
  `.execute(tx)
  return rows.map(({ id, public_id, content }) => ({
    key: id,
    publicId: public_id,
    notice: { ...(content as Omit<Notice, 'contacts'>), contacts: [] },
  }))
}
