import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  type Context,
  changeProcurement,
  keep,
  type NotOpen,
  note,
  withNewRound,
} from '#src/modules/joint-procurement/changing.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import type { JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { isPublished } from '#src/modules/joint-procurement/life.ts'
import { mayLead } from '#src/modules/joint-procurement/policy.ts'
import { type NoticeProblem, readNotice } from '#src/modules/notices/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { LARGEST_DRAFT_BYTES } from './contract.ts'
import { type DraftFindings, findingsOf } from './draft-findings.ts'
import { deleteDraft, findDraft, saveDraft } from './gate-repository.ts'

export type DraftFile = { readonly name: string; readonly bytes: Uint8Array }

type NotReadable =
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'empty' }
  /** A file of another kind, told by its first bytes: people upload the printout. */
  | { readonly kind: 'notXml'; readonly is: 'pdf' | 'zip' | 'json' | 'other' }
  | { readonly kind: 'notANotice'; readonly problems: readonly NoticeProblem[] }

type Refused =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  /** What has been published is compared as a notice, and not as a draft. */
  | { readonly kind: 'locked' }

export type ReadDraftFailure = Refused | NotReadable

type Asked = { readonly id: ProcurementId; readonly file: DraftFile }

/**
 * Reads a draft of the notice and keeps what was found in it, in place of the draft before: whom it names and what values
 * it says. The file is not kept and is never a notice of the platform; its contact persons are not looked at.
 */
export async function readDraftNotice(
  context: Context,
  actor: Actor,
  { id, file }: Asked,
): Promise<Result<DraftFindings, ReadDraftFailure>> {
  const read = await findingsIn(context.db, file.bytes)
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<DraftFindings, ReadDraftFailure>> => {
      const { tx, joint, at } = changing
      const refused = refusal(actor, joint)
      if (refused) return fail(refused)
      if (!read.ok) return read
      const sha256 = createHash('sha256').update(file.bytes).digest('hex')
      const draft = { name: fileName(file.name), sha256, found: read.value, at }
      const before = await findDraft(tx, id)
      if (before && isDeepStrictEqual({ ...before, at }, draft)) return read
      await saveDraft(tx, id, { draft, by: actor.personId })
      await keep(tx, await withNewRound(tx, joint))
      const details = { sha256 }
      await note(changing, actor, { action: 'joint.draft-read', organisation: joint.lead, details })
      return read
    },
  })
}

/** Forgets the draft; the check then asks people to look for themselves. */
export function forgetDraftNotice(
  context: Context,
  actor: Actor,
  id: ProcurementId,
): Promise<Result<null, Refused>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<null, Refused>> => {
      const { tx, joint } = changing
      const refused = refusal(actor, joint)
      if (refused) return fail(refused)
      if (!(await deleteDraft(tx, id))) return ok(null)
      await keep(tx, await withNewRound(tx, joint))
      await note(changing, actor, { action: 'joint.draft-forgotten', organisation: joint.lead })
      return ok(null)
    },
  })
}

/** Whoever writes for the lead prepares the notice. */
function refusal(actor: Actor, joint: JointProcurement): Refused | null {
  if (!mayLead(actor, joint)) return { kind: 'notAllowed' }
  return isPublished(joint) ? { kind: 'locked' } : null
}

async function findingsIn(db: Database, bytes: Uint8Array): Promise<Result<DraftFindings, NotReadable>> {
  if (bytes.byteLength === 0) return fail({ kind: 'empty' })
  if (bytes.byteLength > LARGEST_DRAFT_BYTES) return fail({ kind: 'tooLarge' })
  const is = otherKind(bytes)
  if (is) return fail({ kind: 'notXml', is })
  const read = readNotice(bytes)
  if (!read.ok) return fail({ kind: 'notANotice', problems: read.failure })
  return ok(findingsOf(read.value, await readRegister(db)))
}

/** XML begins with a bracket, after marks of its encoding and blanks; UTF-16 has a zero beside it. */
function otherKind(bytes: Uint8Array): 'pdf' | 'zip' | 'json' | 'other' | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK')) return 'zip'
  const first = start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replace(/^[\s\0]+/, '')[0]
  if (first === '<') return null
  return first === '{' || first === '[' ? 'json' : 'other'
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu

function fileName(name: string): string {
  const last = name.replace(UNSEEN, '').split(/[\\/]/).at(-1)?.trim() ?? ''
  return last.slice(0, 200) || 'kunngjoring.xml'
}
