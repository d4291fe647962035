import { sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import type { DraftId } from './contract.ts'
import type { Draft } from './draft.ts'
import type { FormPart } from './form/field.ts'
import type { Conflict } from './merge-typed.ts'
import { readAt, rowsAt } from './typed-content.ts'
import './tables.ts'

type Whose = { readonly draft: DraftId; readonly person: PersonId; readonly step: string }
type Text = { readonly path: string; readonly mine: Json }

/** Keeps what a person typed that stands against another's text, so that it is there also for one who goes away. */
export async function keepUnsettled(
  tx: Database,
  { draft, person, step }: Whose,
  { conflicts, at }: { readonly conflicts: readonly Conflict[]; readonly at: Date },
): Promise<void> {
  const texts = conflicts.map(({ path, mine }): Text => ({ path, mine }))
  const kept = { texts: sql<string>`${JSON.stringify(texts)}::text::jsonb`, kept_at: at }
  await tx
    .insertInto('case_draft_unsettled')
    .values({ draft_id: draft, person_id: person, step, ...kept })
    .onConflict((conflict) => conflict.columns(['draft_id', 'person_id', 'step']).doUpdateSet(kept))
    .execute()
}

export async function forgetUnsettled(tx: Database, { draft, person, step }: Whose): Promise<void> {
  await tx
    .deleteFrom('case_draft_unsettled')
    .where('draft_id', '=', draft)
    .where('person_id', '=', person)
    .where('step', '=', step)
    .execute()
}

/** What the person has typed on the page and not settled, beside what stands there now; what has become the same is settled. */
export async function unsettledTexts(
  db: Database,
  draft: Pick<Draft, 'id' | 'content'>,
  { person, step, parts }: Omit<Whose, 'draft'> & { readonly parts: readonly FormPart[] },
): Promise<readonly Conflict[]> {
  const row = await db
    .selectFrom('case_draft_unsettled')
    .select('texts')
    .where('draft_id', '=', draft.id)
    .where('person_id', '=', person)
    .where('step', '=', step)
    .executeTakeFirst()
  const texts = (row?.texts ?? []) as readonly Text[]
  return texts.flatMap((text) => asConflict(draft, parts, text) ?? [])
}

/** The pages of a draft where the person has typed something that is not settled. */
export async function unsettledSteps(
  db: Database,
  { draft, person }: Omit<Whose, 'step'>,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('case_draft_unsettled')
    .select('step')
    .where('draft_id', '=', draft)
    .where('person_id', '=', person)
    .execute()
  return rows.map(({ step }) => step)
}

/** Null for a text whose question is gone, or whose row somebody has taken away since. */
function asConflict(
  { content }: Pick<Draft, 'content'>,
  parts: readonly FormPart[],
  { path, mine }: Text,
): Conflict | null {
  const part = parts.find((one) => path === one.path || path.startsWith(`${one.path}.`))
  if (!part) return null
  if (part.kind !== 'rows')
    return against(readAt(content, part.path), { path, part: part.path, field: part, mine })
  const [key = '', ...rest] = path.slice(part.path.length + 1).split('.')
  const field = part.fields.find((one) => one.path === rest.join('.'))
  const row = rowsAt(content, part.path).find((one) => one.$key === key)
  return field && row ? against(readAt(row, field.path), { path, part: part.path, field, mine }) : null
}

function against(theirs: Json | undefined, text: Omit<Conflict, 'theirs'>): Conflict | null {
  const stands = theirs ?? ''
  return JSON.stringify(stands) === JSON.stringify(text.mine) ? null : { ...text, theirs: stands }
}
