import type { Messages } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { caseOwnership, findCase } from '#src/modules/catalogue/index.ts'
import type { Subject } from '#src/modules/documents/contract.ts'
import type { SubjectSource } from '#src/modules/documents/index.ts'
import { mayContributeFor } from '#src/modules/identity/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { isWritable, mayWrite, readDraft } from '#src/modules/sharing/index.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'

/** What documents may be laid with: a case of one's own, or a draft one writes in. */
export function subjectSources(messages: Messages): readonly SubjectSource[] {
  return [CASES, draftsIn(messages)]
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

/** What an address asks for (`?for=case-016`): a case by its id, a draft by its own. */
export function readSubject(text: string): Subject | null {
  const id = text.trim()
  if (id === '') return null
  return { kind: /^case-\d+$/.test(id) ? 'case' : 'draft', id: id.slice(0, 120) }
}
