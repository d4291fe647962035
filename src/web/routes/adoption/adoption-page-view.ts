import type { Messages } from '#src/messages/index.ts'
import { ADOPTION_STATUSES, type AdoptionStatus } from '#src/modules/adoptions/contract.ts'
import { type Adoption, adoptersOf, mayTakeIntoUse, nextStatuses } from '#src/modules/adoptions/index.ts'
import { findCase, findCaseVersion } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { caseDifference } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import { adoptionViews } from '#src/web/present/adoption-view.ts'
import { differenceViews } from '#src/web/present/difference-views.ts'
import { answerText } from '#src/web/present/form-words.ts'
import { organisationLink } from '#src/web/present/organisation-link.ts'
import type { DifferenceView } from '#src/web/ui/difference.tsx'

/** A step that has been taken, or one of those ahead. */
export type StepView = {
  readonly status: AdoptionStatus
  readonly on: string | null
  readonly reason: string | null
  readonly isNow: boolean
}

type Asked = { readonly reader: Actor | null; readonly messages: Messages }

export async function adoptionPageView(db: Database, adoption: Adoption, { reader, messages }: Asked) {
  const { id, caseId, caseVersion, status, differences, volumes, draft, ownCase, audience } = adoption
  const { language } = messages
  const original = await findCaseVersion(db, caseId, caseVersion)
  const stands = (await findCase(db, caseId))?.status === 'found'
  const organisation = await findOrganisationById(db, adoption.organisation)
  const isTheirs = reader !== null && mayTakeIntoUse(reader, adoption.organisation)
  const others = (await adoptersOf(db, reader, caseId)).filter((one) => one.id !== id)
  return {
    id,
    organisation: organisation?.name ?? '',
    organisationHref: organisationLink(organisation, language),
    // A case that has been withdrawn keeps its words to itself.
    title: stands && original ? original.content.identity.title : caseId,
    titleLanguage: original?.content.language ?? language,
    original: {
      version: caseVersion,
      href: stands
        ? address(language, 'caseVersion', { id: caseId, version: `${caseVersion}` })
        : address(language, 'case', { id: caseId }),
    },
    status,
    version: adoption.version,
    steps: stepLine(adoption),
    next: isTheirs ? nextStatuses(status) : [],
    hasEnded: nextStatuses(status).length === 0,
    isTheirs,
    caseId,
    audience,
    differences,
    volumes,
    draft: isTheirs && draft && !ownCase ? address(language, 'draft', { draft }) : null,
    ownCase: ownCase ? address(language, 'case', { id: ownCase }) : null,
    compared: stands && ownCase && original ? await compared(db, { original, ownCase, messages }) : null,
    others: await adoptionViews(db, others, messages),
  }
}

type Compared = {
  readonly original: NonNullable<Awaited<ReturnType<typeof findCaseVersion>>>
  readonly ownCase: NonNullable<Adoption['ownCase']>
  readonly messages: Messages
}

async function compared(
  db: Database,
  { original, ownCase, messages }: Compared,
): Promise<readonly DifferenceView[]> {
  const own = await findCase(db, ownCase)
  if (own?.status !== 'found') return []
  const say = (answer: Parameters<typeof answerText>[0]) => answerText(answer, messages)
  return differenceViews(caseDifference(original.content, own.case.content, say), messages)
}

const WAY: readonly AdoptionStatus[] = ADOPTION_STATUSES.filter(
  (status) => status !== 'replaced' && status !== 'abandoned',
)

/** The way behind, and what is left of the ordinary way ahead; somebody who has ended it has nothing ahead. */
function stepLine({ steps, status }: Adoption): readonly StepView[] {
  const taken = steps.map(({ status: step, on, reason }, place) => ({
    status: step,
    on: on.toString(),
    reason,
    isNow: place === steps.length - 1,
  }))
  const reached = WAY.indexOf(status)
  const ahead = reached < 0 ? [] : WAY.slice(reached + 1)
  return [...taken, ...ahead.map((step) => ({ status: step, on: null, reason: null, isNow: false }))]
}
