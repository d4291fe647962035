import { sql } from 'kysely'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { stableId } from '#src/platform/ids.ts'
import { type Linker, openLinker } from './link-organisation.ts'
import { insertCase, saveCase } from './save-case.ts'
import { insertSolution, saveSolution } from './save-solution.ts'
import { readShippedCases, readShippedSolutions, type Shipped } from './shipped-catalogue.ts'
import type { NewRecord, NextVersion } from './version.ts'
import './tables.ts'

export type SeedReport = {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  /** Left alone because a person has changed, confirmed or retired them. */
  readonly kept: number
}

type Outcome = keyof SeedReport

export type SeedOptions = {
  readonly now: Clock
  readonly progress?: ((done: number, of: number) => void) | undefined
  /** What ships, unless a test brings its own. */
  readonly cases?: ReturnType<typeof readShippedCases>
  readonly solutions?: ReturnType<typeof readShippedSolutions>
}

/** Brings what ships with the program into the catalogue, and what is new in it since the last time. */
export function seedCatalogue(
  db: Database,
  { now, progress, cases = readShippedCases(), solutions = readShippedSolutions() }: SeedOptions,
): Promise<SeedReport> {
  return inTransaction(db, async (tx) => {
    // Two processes that start at once take turns, and the second finds nothing to do.
    await sql`lock table procurement_case, solution in share row exclusive mode`.execute(tx)
    const at = now()
    const link = await openLinker(tx)
    const total = cases.length + solutions.length
    const report = { added: 0, updated: 0, unchanged: 0, kept: 0 } satisfies Record<Outcome, number>
    const count = (outcome: Outcome) => {
      report[outcome] += 1
      progress?.(report.added + report.updated + report.unchanged + report.kept, total)
    }
    const caseKeeper = keeperOf({
      tx,
      link,
      insert: insertCase,
      save: saveCase,
      stored: await storedCases(tx),
    })
    for (const shipped of cases) count(await caseKeeper(shipped, at))
    const stored = await storedSolutions(tx)
    const solutionKeeper = keeperOf({ tx, link, insert: insertSolution, save: saveSolution, stored })
    for (const shipped of solutions) count(await solutionKeeper(shipped, at))
    return report
  })
}

/** What the database has of a shipped record. */
type Stored = {
  readonly id: string
  readonly public_id: string
  readonly status: string
  readonly confirmed_at: Date | null
  readonly version: number
  readonly made_by: string
  readonly shipped_hash: string | null
}

type Keeper<Content> = {
  readonly tx: Database
  readonly link: Linker
  readonly stored: ReadonlyMap<string, Stored>
  readonly insert: (tx: Database, link: Linker, record: NewRecord<Content>) => Promise<string>
  readonly save: (tx: Database, link: Linker, next: NextVersion<Content>) => Promise<boolean>
}

function keeperOf<Content>({ tx, link, stored, insert, save }: Keeper<Content>) {
  return async ({ id, content, hash }: Shipped<string, Content>, at: Date): Promise<Outcome> => {
    const version = { content, madeBy: 'starter' as const, shippedHash: hash, note: null, at }
    const known = stored.get(id)
    if (!known) {
      await insert(tx, link, { key: stableId('catalogue', id), number: numberOf(id), ...version })
      return 'added'
    }
    if (belongsToPerson(known)) return 'kept'
    if (known.shipped_hash === hash) return 'unchanged'
    await save(tx, link, { key: known.id, from: known.version, ...version })
    return 'updated'
  }
}

function belongsToPerson({ status, confirmed_at, made_by }: Stored): boolean {
  return made_by === 'person' || confirmed_at !== null || status !== 'published'
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1))
}

const STORED = [
  'record.id',
  'public_id',
  'status',
  'confirmed_at',
  'version.version',
  'made_by',
  'shipped_hash',
] as const

async function storedCases(tx: Database): Promise<ReadonlyMap<string, Stored>> {
  const rows = await tx
    .selectFrom('procurement_case as record')
    .innerJoin('case_version as version', (join) =>
      join.onRef('version.case_id', '=', 'record.id').onRef('version.version', '=', 'record.current_version'),
    )
    .select(STORED)
    .where('origin', '=', 'starter')
    .execute()
  return new Map(rows.map((row) => [row.public_id, row]))
}

async function storedSolutions(tx: Database): Promise<ReadonlyMap<string, Stored>> {
  const rows = await tx
    .selectFrom('solution as record')
    .innerJoin('solution_version as version', (join) =>
      join
        .onRef('version.solution_id', '=', 'record.id')
        .onRef('version.version', '=', 'record.current_version'),
    )
    .select(STORED)
    .where('origin', '=', 'starter')
    .execute()
  return new Map(rows.map((row) => [row.public_id, row]))
}
