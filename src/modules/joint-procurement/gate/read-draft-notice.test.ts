import { expect, test } from 'vitest'
import {
  findProcurement,
  forgetDraftNotice,
  noteNotice,
  passGate,
  readDraftNotice,
} from '#src/modules/joint-procurement/index.ts'
import { importNotices } from '#src/modules/notices/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { draftNoticeXml } from '#src/testing/draft-notice.ts'
import { aReadyGate, gateAt, gateOf, passing } from '#src/testing/gate.ts'
import { CONTACT } from '#src/testing/notice-xml.ts'
import { publishedNotice } from './note-notice.ts'

const now = () => gateAt
const bytes = (text: string) => new TextEncoder().encode(text)
const DRAFT = draftNoticeXml({
  buyers: [
    { name: 'Bodø kommune', number: '972418013', lead: true },
    { name: 'Røyrvik kommune', number: '964982120' },
  ],
})

test('a draft is read, held beside those who take part, and begins the check anew', () =>
  withCatalogue(async (db) => {
    const { joint, royrvik, lead, other } = await aReadyGate(db)
    await passGate({ db, now }, other, {
      id: joint.id,
      organisation: royrvik,
      form: passing(await gateOf(db, joint)),
    })
    const read = await readDraftNotice({ db, now }, lead, {
      id: joint.id,
      file: { name: 'C:\\mine\\utkast.xml', bytes: bytes(DRAFT) },
    })
    expect(read).toMatchObject({
      ok: true,
      value: { estimate: 8_000_000, maximum: 12_000_000, isFramework: true },
    })
    const after = await findProcurement(db, joint.id)
    if (!after) throw new Error('It is gone')
    const gate = await gateOf(db, after)
    expect(gate.points.find(({ id }) => id === 'draft-notice')).toMatchObject({ state: 'fulfilled' })
    expect([gate.draft?.name, gate.waiting.length, after.gateRound]).toEqual(['utkast.xml', 2, 2])
    expect(
      await readDraftNotice({ db, now }, other, { id: joint.id, file: { name: 'x', bytes: bytes(DRAFT) } }),
    ).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    const kept = JSON.stringify(await db.selectFrom('gate_draft_notice').selectAll().execute())
    for (const personal of Object.values(CONTACT)) expect(kept).not.toContain(personal)
    expect(await db.selectFrom('notice').select('public_id').execute()).toEqual([])
    expect(await forgetDraftNotice({ db, now }, lead, joint.id)).toEqual({ ok: true, value: null })
  }))

test.each([
  ['a printout', '%PDF-1.7 …', { kind: 'notXml', is: 'pdf' }],
  ['a package', 'PK\u0003\u0004', { kind: 'notXml', is: 'zip' }],
  ['a release', '{"ocid": "x"}', { kind: 'notXml', is: 'json' }],
  ['words', 'Kunngjøring', { kind: 'notXml', is: 'other' }],
  ['nothing', '', { kind: 'empty' }],
  ['a page', '<html><body>Hei</body></html>', { kind: 'notANotice' }],
  ['a bomb', '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', { kind: 'notANotice' }],
])('%s is no draft, and it says so', (_, text, failure) =>
  withCatalogue(async (db) => {
    const { joint, lead } = await aReadyGate(db)
    const read = await readDraftNotice({ db, now }, lead, {
      id: joint.id,
      file: { name: 'x.xml', bytes: bytes(text) },
    })
    expect(read).toMatchObject({ ok: false, failure })
    expect((await gateOf(db, joint)).draft).toBeNull()
  }),
)

test('when it is published, the notice is held beside those who passed', () =>
  withCatalogue(async (db) => {
    const { joint, bodo, royrvik, lead, other } = await aReadyGate(db)
    const asked = {
      id: joint.id,
      form: { notice: 'aaaaaaaa-0000-4000-8000-00000000d4af', publishedOn: '2026-11-22' },
    }
    expect(await noteNotice({ db, now }, lead, asked)).toMatchObject({ failure: { kind: 'notLocked' } })
    const form = passing(await gateOf(db, joint))
    await passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form })
    await passGate({ db, now }, lead, { id: joint.id, organisation: bodo, form })
    const alone = draftNoticeXml({ buyers: [{ name: 'Bodø kommune', number: '972418013' }] })
    await importNotices(
      { db, now },
      (async function* () {
        yield { name: 'x.xml', bytes: bytes(alone) }
      })(),
    )
    const link = {
      ...asked,
      form: { ...asked.form, notice: `https://example.org/notices/${asked.form.notice}` },
    }
    const noted = await noteNotice({ db, now }, lead, link)
    if (!noted.ok) throw new Error(noted.failure.kind)
    expect(noted.value.facts.notice).toBe(asked.form.notice)
    const published = await publishedNotice(db, await gateOf(db, noted.value))
    expect(published?.compared.missing.map(({ code }) => code)).toEqual([
      'draft-host-alone',
      'draft-missing-buyer',
    ])
    expect(
      await noteNotice({ db, now }, lead, { ...asked, form: { ...asked.form, publishedOn: '2026-12-24' } }),
    ).toMatchObject({
      failure: { kind: 'inFuture' },
    })
  }))
