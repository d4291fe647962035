import type { Messages } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { caseOwnership, findCase } from '#src/modules/catalogue/index.ts'
import type { Subject } from '#src/modules/documents/contract.ts'
import type { SubjectSource } from '#src/modules/documents/index.ts'
import { mayContributeFor } from '#src/modules/identity/index.ts'
import { readProcurement, takesPart, voicesOf } from '#src/modules/joint-procurement/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { isWritable, mayWrite, readDraft } from '#src/modules/sharing/index.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'

/** What documents may be laid with: a case of one's own, or a draft one writes in. */
export function subjectSources(messages: Messages): readonly SubjectSource[] {
  return [CASES, draftsIn(messages), JOINT_PROCUREMENTS]
}

/** The organisation that answers for a case; as long as nobody does, any that took part. */
const CASES: SubjectSource = {
  kind: 'case',
  find: async (db, actor, id) => {
    const caseId = CaseId.safeParse(id)
    const lookup = caseId.success ? await findCase(db, caseId.data) : null
    if (lookup?.status !== 'found') return null
    const { owner, parties } = await caseOwnership(db, lookup.case.id)
    const theirs = owner ? [owner] : parties
    return {
      title: lookup.case.content.identity.title,
      organisations: new Set(
        theirs.map((one) => one.id).filter((organisation) => mayContributeFor(actor, organisation)),
      ),
    }
  },
}

function draftsIn(messages: Messages): SubjectSource {
  return {
    kind: 'draft',
    find: async (db, actor, id) => {
      const draftId = DraftId.safeParse(id)
      const draft = draftId.success ? await readDraft(db, actor, draftId.data) : null
      if (!draft || !isWritable(draft.status)) return null
      return {
        title: draftTitle(draft, messages),
        organisations: new Set(mayWrite(actor, draft) ? [draft.organisation] : []),
      }
    },
  }
}

/** Whoever writes for one who takes part lays its documents there for all who do. */
const JOINT_PROCUREMENTS: SubjectSource = {
  kind: 'joint-procurement',
  find: async (db, actor, id) => {
    const joint = await readProcurement(db, actor, id)
    if (!joint || !takesPart(actor, joint)) return null
    return { title: joint.title, organisations: new Set(voicesOf(actor, joint)) }
  },
}

const JOINT = 'fellesanskaffelse-'

/** How an address asks for it. */
export function subjectText({ kind, id }: Subject): string {
  return kind === 'joint-procurement' ? `${JOINT}${id}` : id
}

/** What an address asks for (`?for=case-016`): a case by its id, a draft by its own. */
export function readSubject(text: string): Subject | null {
  const id = text.trim()
  if (id === '') return null
  if (id.startsWith(JOINT)) return { kind: 'joint-procurement', id: id.slice(JOINT.length, 120) }
  return { kind: /^case-\d+$/.test(id) ? 'case' : 'draft', id: id.slice(0, 120) }
}
