import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importNotices, listNotices, type SourceItem } from '#src/modules/notices/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { aDraft, municipalityId } from '#src/testing/sharing.ts'
import { DraftId } from './contract.ts'
import { readForm, startDraft } from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const folder = new URL('../notices/eforms/golden/', import.meta.url)

async function* goldenNotices(): AsyncGenerator<SourceItem> {
  for (const name of readdirSync(folder).sort()) {
    yield { name, bytes: new Uint8Array(readFileSync(new URL(`${name}/notice.xml`, folder))) }
  }
}

test('a draft begins with what the notice says, and names it', () =>
  withNotices(async (db, { kari, find }) => {
    const notice = await find((one) => one.formType === 'competition')
    const draft = await aDraft({ db, now }, kari, { size: 'full', from: { kind: 'notice', id: notice.id } })
    const { told } = readForm(draft)
    expect(draft.origin).toEqual({ kind: 'notice', id: notice.id })
    expect(told.identity).toMatchObject({ title: notice.title, kind: 'procurement' })
    expect(told.identity.cpv?.length).toBeGreaterThan(0)
    expect(told.competition?.notices).toEqual([notice.id.replace(/-\d{2}$/, '')])
    expect(told.who.parties.length).toBeGreaterThan(0)
    expect(told.need?.text.length).toBeGreaterThan(0)
  }))

test('every golden notice makes a draft that is understood, with nobody’s mail or phone', () =>
  withNotices(async (db, { kari }) => {
    const { notices } = await listNotices(db, { limit: 100 })
    for (const { id } of notices) {
      const draft = await aDraft({ db, now }, kari, { size: 'full', from: { kind: 'notice', id } })
      const wrong = readForm(draft).problems.filter(({ reason }) => reason !== 'missing')
      expect([id, wrong]).toEqual([id, []])
      expect(JSON.stringify(draft.content)).not.toMatch(/@|\+47/)
    }
  }))

test('a result tells who won and how many offered', () =>
  withNotices(async (db, { kari, find }) => {
    const { id } = await find((one) => one.formType === 'result')
    const draft = await aDraft({ db, now }, kari, { size: 'full', from: { kind: 'notice', id } })
    const { who } = readForm(draft).told
    expect(who.suppliers.length).toBeGreaterThan(0)
    expect(who.suppliers[0]?.reference).toMatchObject({ organisation: { kind: 'supplier' } })
  }))

test('two of an organisation who begin with the same notice write in one draft; another organisation has its own', () =>
  withNotices(async (db, { kari, find }) => {
    const from = { kind: 'notice' as const, id: (await find(() => true)).id }
    const ola = await aPerson(db, { organisation: kari.organisation })
    const voss = await aPerson(db, { organisation: await municipalityId(db, '4621') })
    const [one, other, third] = [
      await aDraft({ db, now }, kari, { from }),
      await aDraft({ db, now }, ola, { from }),
      await aDraft({ db, now }, voss, { from }),
    ]
    expect(other.id).toBe(one.id)
    expect(third.id).not.toBe(one.id)
  }))

test('a notice that we do not have is said not to be there', () =>
  withNotices(async (db, { kari }) => {
    const organisation = await municipalityId(db, '1804')
    const asked = { id: DraftId.parse(newId()), organisation, size: 'full' as const, language: 'nb' as const }
    expect(
      await startDraft({ db, now }, kari, { ...asked, from: { kind: 'notice', id: 'nothing-01' } }),
    ).toEqual({ ok: false, failure: { kind: 'noticeNotFound' } })
  }))

type Listed = Awaited<ReturnType<typeof listNotices>>['notices'][number]

function withNotices(
  work: (
    db: Database,
    given: {
      readonly kari: Awaited<ReturnType<typeof aPerson>>
      readonly find: (fits: (one: Listed) => boolean) => Promise<Listed>
    },
  ) => Promise<void>,
): Promise<void> {
  return withCatalogue(async (db) => {
    await importNotices({ db, now }, goldenNotices())
    const { notices } = await listNotices(db, { limit: 100 })
    const kari = await aPerson(db, { organisation: await municipalityId(db, '1804') })
    const find = async (fits: (one: Listed) => boolean) => {
      const found = notices.find(fits)
      if (!found) throw new Error('No golden notice fits')
      return found
    }
    await work(db, { kari, find })
  })
}
