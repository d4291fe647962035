import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aNeed, NIGHT_WATCH } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { NeedId } from './contract.ts'
import {
  announceNeed,
  changeAudience,
  closeNeed,
  markOf,
  type Need,
  needHistory,
  readableNeeds,
  readNeed,
  reopenNeed,
  reviseNeed,
  saveNeedStep,
  startNeed,
} from './index.ts'

const now = () => new Date('2026-11-22T09:00:00Z')

async function scene(db: Database) {
  const royrvik = await municipalityId(db, '5043')
  const bodo = await municipalityId(db, '1804')
  return {
    royrvik,
    chief: await aPerson(db, { organisation: royrvik, roles: ['coordinator'] }),
    ingrid: await aPerson(db, { organisation: royrvik, roles: ['contributor'] }),
    reader: await aPerson(db, { organisation: royrvik, roles: ['reader'] }),
    neighbour: await aPerson(db, { organisation: bodo, roles: ['coordinator'] }),
  }
}

async function begun(db: Database, actor: Actor, title = 'Digitalt nattilsyn'): Promise<Need> {
  const { organisation } = actor
  if (!organisation) throw new Error('The one who begins acts for nobody')
  const id = NeedId.parse(newId())
  const started = await startNeed({ db, now }, actor, { id, organisation, from: { kind: 'words', title } })
  if (!started.ok) throw new Error(started.failure.kind)
  return started.value
}

test('a need that is begun twice with the same form is one need, and others may not take its id', () =>
  withCatalogue(async (db) => {
    const { royrvik, ingrid, reader, neighbour } = await scene(db)
    const need = await begun(db, ingrid)
    expect(need).toMatchObject({ status: 'draft', audience: 'own', version: 1, announcedAt: null })
    expect(need.content).toMatchObject({ title: 'Digitalt nattilsyn', outcome: '', language: 'nb' })
    const asked = { id: need.id, organisation: royrvik, from: { kind: 'words', title: 'Noe annet' } } as const
    expect(await startNeed({ db, now }, ingrid, asked)).toEqual({ ok: true, value: need })
    expect(await startNeed({ db, now }, reader, asked)).toMatchObject({ failure: { kind: 'notAllowed' } })
    const theirs = { ...asked, organisation: neighbour.organisation ?? royrvik }
    expect(await startNeed({ db, now }, neighbour, theirs)).toMatchObject({ failure: { kind: 'idTaken' } })
  }))

test('from another’s need it has what is the same, and only from one that they may read', () =>
  withCatalogue(async (db) => {
    const { royrvik, ingrid } = await scene(db)
    const start = (from: Parameters<typeof startNeed>[2]['from']) =>
      startNeed({ db, now }, ingrid, { id: NeedId.parse(newId()), organisation: royrvik, from })
    const other = await aNeed(db, { organisation: await municipalityId(db, '1804'), by: ingrid.personId })
    const same = await start({ kind: 'need', id: other.id })
    expect(same).toMatchObject({
      value: { content: { title: NIGHT_WATCH.title, costToday: '', volume: null } },
    })
    const hidden = await aNeed(db, {
      organisation: await municipalityId(db, '1804'),
      by: ingrid.personId,
      audience: 'own',
    })
    expect(await start({ kind: 'need', id: hidden.id })).toMatchObject({ failure: { kind: 'needNotFound' } })
    expect(await start({ kind: 'notice', notice: 'finnes-ikke', lot: null })).toMatchObject({
      failure: { kind: 'noticeNotFound' },
    })
  }))

test('two who write on different pages do not meet, and the second on the same page is told', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief } = await scene(db)
    const need = await begun(db, ingrid)
    const seen = { what: markOf(need.content, 'what'), goal: markOf(need.content, 'goal') }
    const save = (actor: Actor, step: 'what' | 'goal', answers: Partial<Need['content']>) =>
      saveNeedStep({ db, now }, actor, { id: need.id, step, seen: seen[step], answers })
    expect(await save(ingrid, 'what', { outcome: 'De sover' })).toMatchObject({ ok: true })
    expect(await save(chief, 'goal', { goal: 'Trygg hjemme' })).toMatchObject({
      value: { version: 3, content: { outcome: 'De sover', goal: 'Trygg hjemme' } },
    })
    // The same once more is no quarrel.
    expect(await save(chief, 'what', { outcome: 'De sover' })).toMatchObject({ ok: true })
    expect(await save(chief, 'what', { outcome: 'Nattevakten rekker alle' })).toMatchObject({
      failure: { kind: 'changedMeanwhile', need: { content: { outcome: 'De sover' } } },
    })
  }))

test('what is missing is told before it is announced, and only a coordinator tells others', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, neighbour } = await scene(db)
    const need = await begun(db, ingrid)
    const announce = (actor: Actor, asked: Partial<Parameters<typeof announceNeed>[2]> = {}) =>
      announceNeed({ db, now }, actor, {
        id: need.id,
        version: need.version,
        audience: 'all',
        mailbox: null,
        ...asked,
      })
    expect(await announce(chief)).toMatchObject({
      failure: {
        kind: 'missing',
        fields: ['forWhom', 'outcome', 'from', 'until', 'firmness', 'phase', 'innovationHeight', 'wish'],
      },
    })
    const whole = await aNeed(db, { organisation: need.organisation, by: ingrid.personId, status: 'draft' })
    const asked = { id: whole.id, version: whole.version }
    expect(await announce(neighbour, asked)).toMatchObject({ failure: { kind: 'needNotFound' } })
    expect(await announce(ingrid, asked)).toMatchObject({ failure: { kind: 'coordinatorAnnounces' } })
    const mailbox = 'kari.nordmann@royrvik.kommune.no'
    expect(await announce(chief, { ...asked, mailbox })).toMatchObject({
      failure: { kind: 'personsMailbox' },
    })
    const announced = await announce(chief, { ...asked, mailbox: 'innkjop@royrvik.kommune.no' })
    expect(announced).toMatchObject({ value: { status: 'announced', audience: 'all', version: 2 } })
    expect(await announce(chief, asked)).toMatchObject({ failure: { kind: 'changedMeanwhile' } })
    expect((await readableNeeds(db, null)).map(({ id }) => id)).toEqual([whole.id])
    expect((await kinds(db, whole.id)).toSorted()).toEqual(['need.announced', 'need.changed'])
  }))

async function kinds(db: Database, subject: string): Promise<readonly string[]> {
  const events = await db.selectFrom('event').select('kind').where('subject', '=', subject).execute()
  return events.map(({ kind }) => kind)
}

test('what others have been told is changed with a reason, which stays in the history', () =>
  withCatalogue(async (db) => {
    const { royrvik, chief, ingrid } = await scene(db)
    const need = await aNeed(db, { organisation: royrvik, by: ingrid.personId })
    const revise = (actor: Actor, asked: Partial<Parameters<typeof reviseNeed>[2]>) =>
      reviseNeed({ db, now }, actor, {
        id: need.id,
        step: 'extent',
        seen: markOf(need.content, 'extent'),
        answers: { until: '2028-03-01' },
        reason: 'Budsjettet kom senere',
        ...asked,
      })
    expect(await revise(ingrid, {})).toMatchObject({ failure: { kind: 'coordinatorAnnounces' } })
    expect(await revise(chief, { reason: ' ' })).toMatchObject({ failure: { kind: 'reasonMissing' } })
    expect(await revise(chief, { answers: { until: null } })).toMatchObject({
      failure: { kind: 'missing', fields: ['until'] },
    })
    expect(await revise(chief, {})).toMatchObject({ value: { version: 2, content: { until: '2028-03-01' } } })
    expect(await revise(chief, { answers: { until: '2029-03-01' } })).toMatchObject({
      failure: { kind: 'changedMeanwhile' },
    })
    const history = await needHistory(db, null, need)
    expect(history.map(({ version, reason, content }) => [version, reason, content.until])).toEqual([
      [2, 'Budsjettet kom senere', '2028-03-01'],
      [1, null, '2027-09-30'],
    ])
  }))

test('opened, narrowed, closed and opened again: each is seen by those it is for and by nobody else', () =>
  withCatalogue(async (db) => {
    const { royrvik, chief, ingrid, neighbour } = await scene(db)
    const need = await aNeed(db, { organisation: royrvik, by: ingrid.personId, audience: 'own' })
    const seenBy = async () =>
      Promise.all([null, neighbour, ingrid].map(async (who) => (await readNeed(db, who, need.id)) !== null))
    expect(await seenBy()).toEqual([false, false, true])
    const at = { db, now }
    const asked = { id: need.id, version: 1, audience: 'public-employees' } as const
    expect(await changeAudience(at, ingrid, asked)).toMatchObject({
      failure: { kind: 'coordinatorAnnounces' },
    })
    expect(await changeAudience(at, chief, asked)).toMatchObject({ ok: true })
    expect(await seenBy()).toEqual([false, true, true])
    expect(await kinds(db, need.id)).toContain('need.announced')
    const close = { id: need.id, version: 2, cause: 'other', reason: '' } as const
    expect(await closeNeed(at, chief, close)).toMatchObject({ failure: { kind: 'reasonMissing' } })
    expect(await closeNeed(at, ingrid, { ...close, reason: 'Nei' })).toMatchObject({
      failure: { kind: 'coordinatorAnnounces' },
    })
    const closed = await closeNeed(at, chief, { ...close, cause: 'no-longer' })
    expect(closed).toMatchObject({
      value: { status: 'closed', closed: { cause: 'no-longer', reason: null } },
    })
    // What they have read stays for them, and is on no board.
    expect(await seenBy()).toEqual([false, true, true])
    expect(await readableNeeds(db, neighbour)).toEqual([])
    const reopened = await reopenNeed(at, chief, { id: need.id, version: 3 })
    expect(reopened).toMatchObject({ value: { status: 'announced', closed: null, version: 4 } })
    // The states of when only its own people saw it are theirs.
    expect((await needHistory(db, neighbour, need)).map(({ version }) => version)).toEqual([4, 3, 2])
    expect((await needHistory(db, ingrid, need)).map(({ version }) => version)).toEqual([4, 3, 2, 1])
  }))
