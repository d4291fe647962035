import type { Messages } from '#src/messages/index.ts'
import type { Subject } from '#src/modules/documents/contract.ts'
import { documentsOf, type Reader } from '#src/modules/documents/index.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import { documentHits } from '#src/web/present/document-hits.ts'
import { isOpenedTo } from '#src/web/present/opened-documents.ts'
import type { HitView } from '#src/web/ui/hit.tsx'
import { subjectSources, subjectText } from './subjects.ts'

export type SubjectDocuments = {
  readonly hits: readonly HitView[]
  /** Where one more is uploaded, for those who may. */
  readonly add: string | null
}

/** The documents of a case or a draft, as the page of that shows them. */
export async function subjectDocuments(
  db: Database,
  subject: Subject,
  { reader, messages }: { readonly reader: Reader; readonly messages: Messages },
): Promise<SubjectDocuments> {
  const isOpened = reader !== null && (await isOpenedTo(db, reader, subject))
  const documents = await documentsOf(db, reader, { ...subject, isOpened })
  const source = reader && subjectSources(messages).find(({ kind }) => kind === subject.kind)
  const found = source && (await source.find(db, reader, subject.id))
  const form = `${address(messages.language, 'documentNew')}?for=${encodeURIComponent(subjectText(subject))}`
  return {
    hits: await documentHits(db, documents, messages),
    add: found && found.organisations.size > 0 ? form : null,
  }
}
