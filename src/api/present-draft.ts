import { z } from 'zod'
import type { Organisation } from '#src/modules/organisations/index.ts'
import { type Draft, type Problem, type ProblemReason, readForm, textAt } from '#src/modules/sharing/index.ts'
import type { Addresses } from './addresses.ts'
import type { DraftAnswer, DraftSummaryAnswer } from './draft-answer.ts'
import { toReference } from './organisations.ts'
import type { BadField } from './problem.ts'
import { pointerTo } from './read-body.ts'

type Around = { readonly organisation: Organisation; readonly addresses: Addresses }

export function toDraftSummary(
  draft: Draft,
  { organisation, addresses }: Around,
): z.infer<typeof DraftSummaryAnswer> {
  return {
    id: draft.id,
    self: addresses.api('drafts', draft.id),
    url: addresses.page('draft', draft.id),
    organisation: toReference(organisation),
    size: draft.size,
    status: draft.status,
    version: draft.version,
    title: textAt(draft.content, 'identity.title') || null,
    origin: draft.origin,
    case: draft.caseId,
    basedOn: draft.basedOn,
    createdAt: draft.createdAt.toISOString(),
    savedAt: draft.savedAt.toISOString(),
  }
}

export function toDraft(draft: Draft, around: Around): z.infer<typeof DraftAnswer> {
  const { told, content, problems } = readForm(draft)
  return {
    ...toDraftSummary(draft, around),
    content: z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(told))),
    complete: content !== null,
    problems: toBadFields(problems),
  }
}

/** Every reason for which a draft cannot be published, as it is told to a program. */
const REASONS: Readonly<Record<ProblemReason, string>> = {
  missing: 'must be given',
  tooShort: 'is too short',
  tooLong: 'is too long',
  tooMany: 'has too many',
  outside: 'is outside what is possible',
  notNumber: 'must be a number',
  notDay: 'must be a day, such as 2026-11-21',
  notEmail: 'must be an e-mail address',
  notUrl: 'must be an address that begins with http',
  notCpv: 'must be eight digits of the CPV',
  notChoice: 'must be one of what can be chosen',
  notUnderstood: 'cannot be understood',
  yearsBackwards: 'must not be before fromYear',
  measuredNeedsMethod: 'must tell how it was measured',
  tooManyMain: 'has more than three main effects',
  confirmedByItself: 'must be somebody else than the one who led the project or owns the gain',
  privateMailbox: 'must be an address of the organisation',
  personalMailbox: 'must be a mailbox that several read, and not that of a person',
}

/** What the form says is wrong, with its place as a pointer. */
export function toBadFields(problems: readonly Problem[]): BadField[] {
  return problems.map(({ path, reason, limit }) => ({
    pointer: pointerTo(path.split('.')),
    problem: limit === undefined ? REASONS[reason] : `${REASONS[reason]} (the limit is ${limit})`,
  }))
}
