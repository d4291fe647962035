import {
  type Actor,
  hasOneOf,
  isCurator,
  isPublicEmployee,
  mayContributeFor,
  mayPublishFor,
} from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Subject, Visibility } from './contract.ts'

/** What an organisation opens to an adviser who is to see its documents. */
export const ADVISER_SCOPE = 'documents'

/** Who reads; null is everybody. */
export type Reader = Actor | null

type Seen = {
  readonly organisation: OrganisationId
  readonly visibility: Visibility
  readonly subject: Subject | null
}

/** Whoever writes for an organisation uploads for it, and for those it has a mandate from. */
export function mayAdd(actor: Actor, organisation: OrganisationId): boolean {
  return mayContributeFor(actor, organisation)
}

/** Those who write for the organisation change what is said about its documents, and add versions. */
export function mayChange(actor: Reader, { organisation }: Pick<Seen, 'organisation'>): boolean {
  return actor !== null && mayContributeFor(actor, organisation)
}

/** Showing something to everyone is publishing it, which is a coordinator's to do. */
export function mayShowTo(actor: Actor, organisation: OrganisationId, visibility: Visibility): boolean {
  return visibility !== 'all' || mayPublishFor(actor, organisation)
}

/** The organisation takes back what is its own; a curator what everyone sees. */
export function mayWithdraw(actor: Reader, document: Seen): boolean {
  return mayChange(actor, document) || (isCurator(actor) && document.visibility === 'all')
}

/** People of an organisation, and consultants who act for it, see what it keeps to itself. */
export function belongsTo(reader: Reader, organisation: OrganisationId): boolean {
  return (
    reader?.actsFor.has(organisation) === true &&
    hasOneOf(reader, ['reader', 'contributor', 'coordinator', 'network-leader', 'consultant'])
  )
}

/** What belongs to a draft is seen by its organisation alone, whatever it will be shown to when the draft is published. */
export function maySee(reader: Reader, { organisation, visibility, subject }: Seen): boolean {
  if (belongsTo(reader, organisation)) return true
  if (subject?.kind === 'draft') return false
  return visibility === 'all' || (visibility === 'public-employees' && isPublicEmployee(reader))
}
