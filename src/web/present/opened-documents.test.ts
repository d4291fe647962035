import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import { addDocument, documentsOf, findDocument, findDocumentFile } from '#src/modules/documents/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { aDocument, anyPdf, documentsOn, REQUIREMENTS } from '#src/testing/shared-documents.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { subjectSources } from '#src/web/routes/documents/subjects.ts'
import { isOpenedTo } from './opened-documents.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

test('what one of them lays with a joint procurement is seen by all who take part, and by no other municipality', () =>
  withCatalogue(async (db) => {
    const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
    const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
    const member = await aPerson(db, { organisation: royrvik, roles: ['reader'] })
    const stranger = await aPerson(db, { organisation: await municipalityId(db, '4601') })
    const { id } = await aProcurement(db, {
      lead: bodo,
      by: lead.personId,
      audience: 'all',
      others: [{ organisation: royrvik }],
    })
    const subject = { kind: 'joint-procurement', id } as const
    const added = await addDocument(documentsOn(db, subjectSources(messagesIn('nb'))), lead, {
      ...{ organisation: bodo, subject, description: REQUIREMENTS },
      upload: { name: 'krav.pdf', bytes: anyPdf() },
    })
    if (!added.ok) throw new Error(added.failure.kind)
    const document = added.value
    const on = { db, now, isOpened: isOpenedTo }
    expect(await findDocument(on, member, document)).toMatchObject({ id: document })
    expect(await findDocumentFile(on, member, { id: document, version: 'newest' })).toMatchObject({
      kind: 'file',
    })
    for (const reader of [stranger, null]) {
      expect(await findDocument(on, reader, document)).toBeNull()
      expect(await documentsOf(db, reader, subject)).toEqual([])
    }
    expect(await documentsOf(db, member, { ...subject, isOpened: true })).toHaveLength(1)
    // Another document of the same organisation is opened to nobody by this.
    const own = await aDocument(db, lead)
    expect(await findDocument(on, member, own)).toBeNull()
  }))
