import type { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase, reviseCase } from '#src/modules/catalogue/index.ts'
import { type Actor, isCurator } from '#src/modules/identity/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { LONGEST_NOTE } from './contract.ts'
import type { FormPart } from './form/field.ts'
import { fillForm } from './form/fill-form.ts'
import type { Problem } from './form/problems.ts'
import { readForm } from './form/read-form.ts'
import { withReferences } from './parties.ts'
import { readAt, type TypedContent, writeAt } from './typed-content.ts'

export type EditCase = {
  readonly id: CaseId
  /** The version that was read. */
  readonly from: number
  /** The questions that were asked, and what was typed as answers; all else stays. */
  readonly parts: readonly FormPart[]
  readonly typed: TypedContent
  /** Why; it stands in the history, for everybody. */
  readonly reason: string
}

export type EditCaseFailure =
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'caseNotFound' }
  | { readonly kind: 'changedMeanwhile'; readonly version: number }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }
  | { readonly kind: 'nothingChanged' }

/** A curator puts a published case right, for nobody in particular: a new version, with the reason. */
export function editCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, from, parts, typed, reason }: EditCase,
): Promise<Result<number, EditCaseFailure>> {
  return inTransaction(db, async (tx): Promise<Result<number, EditCaseFailure>> => {
    if (!isCurator(actor)) return fail({ kind: 'notAllowed' })
    const found = await findCase(tx, id)
    if (found?.status !== 'found') return fail({ kind: 'caseNotFound' })
    const { content: before, version } = found.case
    if (version !== from) return fail({ kind: 'changedMeanwhile', version })
    const filled = fillForm(before)
    const written = withAnswers(filled, parts, typed)
    const form = { size: 'full' as const, basedOn: from }
    const { content, problems } = readForm({ ...form, content: written }, before.identity.level)
    if (!content) return fail({ kind: 'wrong', problems })
    const unchanged = readForm({ ...form, content: filled }, before.identity.level).content
    if (JSON.stringify(content) === JSON.stringify(unchanged)) return fail({ kind: 'nothingChanged' })
    const note = reason.trim().slice(0, LONGEST_NOTE)
    if (note === '') return fail({ kind: 'reasonMissing' })
    // Who they are is looked at only where their names were asked for.
    const isAboutWho = parts.some(({ path }) => path.startsWith('who.'))
    const tied = isAboutWho ? withReferences(content, await readRegister(tx)) : content
    const revision = { id, from, content: tied, note, organisation: null }
    const revised = await reviseCase({ db: tx, now }, actor, revision)
    if (revised.ok) return ok(revised.value)
    return revised.failure.kind === 'caseGone' ? fail({ kind: 'caseNotFound' }) : fail(revised.failure)
  })
}

/** The whole form with the answers of some questions put in their place. */
export function withAnswers(
  filled: TypedContent,
  parts: readonly FormPart[],
  typed: TypedContent,
): TypedContent {
  return parts.reduce((whole, { path }) => writeAt(whole, path, readAt(typed, path)), filled)
}
