import type { Selectable } from 'kysely'
import { type RawBuilder, sql } from 'kysely'
import { isPublicEmployee, seeAsAdviser } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { descendants } from '#src/modules/vocabulary/index.ts'
import { type Database, inTransaction, type Schema } from '#src/platform/database.ts'
import { type BankFilter, DocumentId, type Subject } from './contract.ts'
import type { ListedDocument } from './document.ts'
import { toDocument, toVersion } from './documents-repository.ts'
import type { ReadingOn } from './find-document.ts'
import { ADVISER_SCOPE, belongsTo, type Reader } from './policy.ts'
import './tables.ts'

export const BANK_PAGE = 20

export type BankPage = { readonly total: number; readonly documents: readonly ListedDocument[] }

type Condition = RawBuilder<boolean>

/** What the reader may see of the documents of every organisation, the newest first. */
export async function documentBank(
  { db, now }: ReadingOn,
  reader: Reader,
  filter: BankFilter,
): Promise<BankPage> {
  const opened = await openedTo({ db, now }, reader, filter)
  const conditions = [visibleTo(reader, opened), ...toConditions(filter)]
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from document where ${allOf(conditions)}
  `.execute(db)
  const offset = (filter.page - 1) * BANK_PAGE
  return {
    total: rows[0]?.total ?? 0,
    documents: await listed(db, conditions, sql`limit ${BANK_PAGE} offset ${offset}`),
  }
}

/** What belongs to something, as far as the reader may see it, the newest first; all of it where that is opened. */
export function documentsOf(
  db: Database,
  reader: Reader,
  { kind, id, isOpened = false }: Subject & { readonly isOpened?: boolean },
): Promise<readonly ListedDocument[]> {
  const seen = isOpened ? sql<boolean>`withdrawn_at is null` : visibleTo(reader, null)
  return listed(db, [seen, sql`subject_kind = ${kind}`, sql`subject_id = ${id}`])
}

export type DocumentsAfter = Pick<BankFilter, 'kind' | 'step' | 'theme' | 'organisation'> & {
  readonly limit: number
  /** The last one that has been given; the list goes on after it. */
  readonly after?: string | undefined
}

/** The same from a place on, for lists that are read piece by piece; null when that place is not in the list. */
export async function documentsAfter(
  db: Database,
  reader: Reader,
  { limit, after, ...filter }: DocumentsAfter,
): Promise<BankPage | null> {
  const conditions = [visibleTo(reader, null), ...toConditions({ ...filter, q: '' })]
  const id = after === undefined ? null : DocumentId.safeParse(after)
  if (id && !id.success) return null
  const { rows } = await sql<{ total: number; known: number }>`
    select count(*) as total, count(*) filter (where id = ${id?.data ?? null}) as known
    from document where ${allOf(conditions)}
  `.execute(db)
  const [{ total, known } = { total: 0, known: 0 }] = rows
  if (id && known === 0) return null
  const following = id
    ? [sql<boolean>`(changed_at, id) < (select changed_at, id from document where id = ${id.data})`]
    : []
  return { total, documents: await listed(db, [...conditions, ...following], sql`limit ${limit}`) }
}

/** Those of them that the reader may see, in no order that is promised. */
export function documentsByIds(
  db: Database,
  reader: Reader,
  ids: readonly string[],
): Promise<readonly ListedDocument[]> {
  const known = ids.filter((id) => DocumentId.safeParse(id).success)
  if (known.length === 0) return Promise.resolve([])
  return listed(db, [visibleTo(reader, null), sql`id in (${sql.join(known)})`])
}

async function listed(
  db: Database,
  conditions: readonly Condition[],
  limit = sql``,
): Promise<readonly ListedDocument[]> {
  const { rows } = await sql<Selectable<Schema['document']>>`
    select document.* from document where ${allOf(conditions)} order by changed_at desc, id desc ${limit}
  `.execute(db)
  if (rows.length === 0) return []
  const files = await db
    .selectFrom('document_version')
    .innerJoin('document', (join) =>
      join.onRef('document.id', '=', 'document_id').onRef('current_version', '=', 'version'),
    )
    .selectAll('document_version')
    .where(
      'document_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return rows.flatMap((row) => {
    const file = files.find((one) => one.document_id === row.id)
    return file ? [{ ...toDocument(row), file: toVersion(file) }] : []
  })
}

/** An adviser who asks for the documents of one organisation sees them all where it has opened them, and it is noted. */
async function openedTo(
  { db, now }: ReadingOn,
  reader: Reader,
  { organisation: asked }: BankFilter,
): Promise<OrganisationId | null> {
  const organisation = OrganisationId.safeParse(asked)
  if (!reader || !organisation.success) return null
  const seen = {
    organisation: organisation.data,
    scope: ADVISER_SCOPE,
    subject: organisation.data,
    at: now(),
  }
  return (await inTransaction(db, (tx) => seeAsAdviser(tx, reader, seen))) ? organisation.data : null
}

/** `maySee` in SQL, so that what cannot be seen is not counted either. */
function visibleTo(reader: Reader, opened: OrganisationId | null): Condition {
  const own = [...(reader?.actsFor ?? [])].filter((organisation) => belongsTo(reader, organisation))
  const open = isPublicEmployee(reader) ? ['all', 'public-employees'] : ['all']
  const isOwn = own.length > 0 ? sql<boolean>`organisation_id in (${sql.join(own)})` : sql<boolean>`false`
  return sql`withdrawn_at is null and (${isOwn} or (
    (visibility in (${sql.join(open)}) or organisation_id = ${opened}) and subject_kind is distinct from 'draft'
  ))`
}

function toConditions({
  q,
  kind,
  step,
  theme,
  organisation,
}: Omit<BankFilter, 'page'>): readonly Condition[] {
  return [
    ...(kind ? [sql<boolean>`kind = ${kind}`] : []),
    ...(step ? [sql<boolean>`step = ${step}`] : []),
    ...(theme ? [sql<boolean>`theme_id in (${sql.join([theme, ...below(theme)])})`] : []),
    ...(organisation ? [sql<boolean>`organisation_id = ${organisation}`] : []),
    ...q.split(/\s+/).filter(Boolean).map(holdsWord),
  ]
}

function below(theme: string): readonly string[] {
  return descendants(theme).map(({ id }) => id)
}

function holdsWord(word: string): Condition {
  const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`(title || ' ' || description || ' ' || rights_holder) ilike ${pattern}`
}

function allOf(conditions: readonly Condition[]): Condition {
  return sql`${sql.join(conditions, sql` and `)}`
}
