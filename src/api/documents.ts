import type { z } from 'zod'
import { messagesIn } from '#src/messages/index.ts'
import { STEP_PHASES } from '#src/modules/catalogue/contract.ts'
import { DOCUMENT_KINDS } from '#src/modules/documents/contract.ts'
import { documentsAfter, documentsByIds, FORMATS, type ListedDocument } from '#src/modules/documents/index.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import { DocumentAnswer as answer, type DocumentAnswer, DocumentsAnswer } from './document-answer.ts'
import { endpoint, listReply } from './endpoint.ts'
import { toReference } from './organisations.ts'
import { nextPage, paging, unknownAfter } from './paging.ts'
import { oneOf } from './parameters.ts'
import { organisation, theme } from './search-parameters.ts'

export const listDocuments = endpoint({
  id: 'documents',
  path: '/documents',
  tag: 'Documents',
  summary: 'Documents that organisations share, newest first',
  description:
    'What is said about each, and where the file is. Those that are for all; with a key also those that the one who made it may see.',
  query: {
    ...paging,
    kind: oneOf(DOCUMENT_KINDS).optional().describe('Only this kind.'),
    step: oneOf(STEP_PHASES).optional().describe('Only of this step of a procurement.'),
    theme: theme.optional().describe('Only this theme and those below it.'),
    organisation: organisation.optional().describe('Only shared by this organisation, by id.'),
  },
  answer: DocumentsAnswer,
  reply: async ({ program: { db }, actor, query, lang, addresses, here, problem }) => {
    const { limit, after } = query
    const found = await documentsAfter(db, actor, { ...query, limit: limit + 1 })
    if (!found) return problem(unknownAfter(after ?? ''))
    const page = found.documents.slice(0, limit)
    return listReply({
      total: found.total,
      items: await toDocuments(db, page, { lang, addresses }),
      next: nextPage(page, { idOf: ({ id }) => id, here, isLast: found.documents.length <= limit }),
    })
  },
})

export const readDocument = endpoint({
  id: 'document',
  path: '/documents/{id}',
  tag: 'Documents',
  summary: 'What is said about a document',
  description: 'The description of the newest version, and where its file is.',
  pathParameters: {
    id: { description: 'The id of the document.', example: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11' },
  },
  query: {},
  answer,
  outcomes: {
    404: 'There is no such document, it has been withdrawn, or it is not open to the one who asks.',
  },
  reply: async ({ program: { db }, actor, path, lang, addresses, problem }) => {
    const found = await documentsByIds(db, actor, [path('id')])
    const [body] = await toDocuments(db, found, { lang, addresses })
    if (!body)
      return problem({ kind: 'not-found', detail: `There is no document with the id ${path('id')}.` })
    return { body }
  },
})

type Presenting = { readonly lang: Language; readonly addresses: Addresses }

async function toDocuments(
  db: Database,
  documents: readonly ListedDocument[],
  { lang, addresses }: Presenting,
): Promise<z.infer<typeof DocumentAnswer>[]> {
  const bodies = await organisationsByIds(
    db,
    documents.map((one) => one.organisation),
  )
  const { t } = messagesIn(lang)
  return documents.map((one) => {
    const body = bodies.get(one.organisation)
    const { file } = one
    return {
      id: one.id,
      url: addresses.page('document', one.id),
      self: addresses.api('documents', one.id),
      title: one.title,
      description: one.description || null,
      language: one.language,
      kind: one.kind,
      kindLabel: t(`document.kind.${one.kind}`),
      step: one.step,
      theme: one.theme,
      organisation: body ? toReference(body) : null,
      case: one.subject?.kind === 'case' ? one.subject.id : null,
      visibility: one.visibility,
      licence: one.licence,
      rightsOwner: one.rightsOwner,
      rightsHolder: one.rightsHolder || null,
      version: file.version,
      addedOn: dayOf(one.addedAt),
      changedAt: one.changedAt.toISOString(),
      file: {
        url: addresses.documentFile(one.id, file.version, file.name),
        name: file.name,
        format: file.format,
        mediaType: FORMATS[file.format].mediaType,
        size: file.size,
        sha256: file.sha256,
      },
    }
  })
}
