import { expect, test } from 'vitest'
import { STOP_REASONS } from '#src/modules/catalogue/contract.ts'
import { reasonLabel } from '#src/modules/catalogue/index.ts'
import { type Actor, openToAdviser } from '#src/modules/identity/index.ts'
import { createTextMatcher } from '#src/modules/search/index.ts'
import { concepts } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { aStory, aToldStop, stopPeople } from '#src/testing/stops.ts'
import { StopFilter, type StopId } from './contract.ts'
import {
  type ChangeAudience,
  changeAudience,
  countReasons,
  findStop,
  narrowStories,
  readableStops,
  type TellStop,
  tellStop,
  withdrawStop,
} from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const later = () => new Date('2027-02-01T00:30:00+01:00')
const matcher = createTextMatcher(concepts())

test('a story is read by those it was told to and by nobody else', () =>
  withCatalogue(async (db) => {
    const { chief, neighbour, chosen, supplier, curator } = await stopPeople(db)
    const seenBy = async (reader: Actor | null, id: StopId) =>
      (await findStop({ db, now }, reader, id)) !== null
    const readers = chosen.organisation ? [chosen.organisation] : []
    const all = await told(db, chief, { visibility: 'all' })
    const employees = await told(db, chief, { visibility: 'public-employees' })
    const own = await told(db, chief, { visibility: 'organisation' })
    const few = await told(db, chief, { visibility: 'organisation', readers })
    const who = [null, supplier, curator, neighbour, chosen, chief]
    const rows = []
    for (const id of [all, employees, own, few]) {
      const row = []
      for (const reader of who) row.push(await seenBy(reader, id))
      rows.push(row)
    }
    expect(rows).toEqual([
      [true, true, true, true, true, true],
      [false, false, false, true, true, true],
      [false, false, false, false, false, true],
      [false, false, false, false, true, true],
    ])
  }))

test('hidden words are not found by searching, and are in no number', () =>
  withCatalogue(async (db) => {
    const { chief, neighbour } = await stopPeople(db)
    await told(db, chief, { visibility: 'all', reasons: ['price'] })
    const without = await readableStops({ db, now }, null)
    const hidden = await told(db, chief, {
      visibility: 'organisation',
      happened: 'Leverandøren Hemmeligsund trakk seg.',
      reasons: ['no-supplier'],
    })
    const ask = async (reader: Actor | null, q: string) =>
      narrowStories(await readableStops({ db, now }, reader), StopFilter.parse({ q }), {
        matcher,
        language: 'nb',
      }).map(({ id }) => id)

    expect(await readableStops({ db, now }, null)).toEqual(without)
    expect(await ask(chief, 'hemmeligsund')).toEqual([hidden])
    expect(await ask(null, 'hemmeligsund')).toEqual([])
    expect(await ask(neighbour, 'hemmeligsund')).toEqual([])
    expect(countReasons(await readableStops({ db, now }, neighbour))).toEqual([{ reason: 'price', count: 1 }])
    expect(countReasons(await readableStops({ db, now }, chief))).toHaveLength(2)
  }))

test('from the day it opens everybody may read it, counted in Norwegian days', () =>
  withCatalogue(async (db) => {
    const { chief } = await stopPeople(db)
    const opensOn = Temporal.PlainDate.from('2027-02-01')
    const id = await told(db, chief, { visibility: 'organisation', opensOn })
    expect(await findStop({ db, now }, null, id)).toBeNull()
    expect(await findStop({ db, now: later }, null, id)).not.toBeNull()
    expect(await readableStops({ db, now: later }, null)).toHaveLength(1)
  }))

test('without a name nobody else is told whose it is, nor who else may read it', () =>
  withCatalogue(async (db) => {
    const { chief, chosen } = await stopPeople(db)
    const readers = chosen.organisation ? [chosen.organisation] : []
    const id = await told(db, chief, { visibility: 'public-employees', named: false, readers })
    expect(await findStop({ db, now }, chosen, id)).toMatchObject({ organisation: null, readers: [] })
    expect(await findStop({ db, now }, chief, id)).toMatchObject({
      organisation: chief.organisation,
      readers,
    })
  }))

test('a colleague tells their own; to open it for others is for the coordinator', () =>
  withCatalogue(async (db) => {
    const { chief, kari, neighbour } = await stopPeople(db)
    const wide = { ...aStory(kari), visibility: 'all' as const }
    expect(await tellStop({ db, now }, kari, wide)).toMatchObject({ failure: { kind: 'coordinatorOpens' } })
    const opensOn = Temporal.PlainDate.from('2027-02-01')
    expect(await tellStop({ db, now }, kari, { ...aStory(kari), opensOn })).toMatchObject({
      failure: { kind: 'coordinatorOpens' },
    })
    const id = await told(db, kari, {})
    const asked = {
      id,
      from: 1,
      visibility: 'all',
      opensOn: null,
      readers: [],
      named: false,
    } satisfies ChangeAudience
    expect(await changeAudience({ db, now }, kari, asked)).toMatchObject({ ok: false })
    expect(await changeAudience({ db, now }, neighbour, asked)).toMatchObject({
      failure: { kind: 'stopNotFound' },
    })
    expect(await changeAudience({ db, now }, chief, asked)).toMatchObject({ ok: true })
    expect(await changeAudience({ db, now }, chief, asked)).toMatchObject({
      failure: { kind: 'changedMeanwhile' },
    })
    expect(await findStop({ db, now }, null, id)).toMatchObject({ organisation: null })
  }))

test('whoever told it takes it back, also when it is open; a colleague only what stays inside', () =>
  withCatalogue(async (db) => {
    const { chief, kari, colleague, neighbour } = await stopPeople(db)
    const own = await told(db, kari, {})
    const open = { from: 1, visibility: 'all' as const, opensOn: null, readers: [], named: true }
    expect(await changeAudience({ db, now }, chief, { ...open, id: own })).toMatchObject({ ok: true })
    expect(await withdrawStop({ db, now }, neighbour, own)).toMatchObject({
      failure: { kind: 'stopNotFound' },
    })
    expect(await withdrawStop({ db, now }, colleague, own)).toMatchObject({
      failure: { kind: 'coordinatorOpens' },
    })
    expect(await withdrawStop({ db, now }, kari, own)).toMatchObject({ ok: true })
    expect(await findStop({ db, now }, chief, own)).toBeNull()
    const inside = await told(db, kari, {})
    expect(await withdrawStop({ db, now }, colleague, inside)).toMatchObject({ ok: true })
  }))

test('the form sent twice tells it once; nobody tells for another', () =>
  withCatalogue(async (db) => {
    const { chief, neighbour } = await stopPeople(db)
    const same = aStory(chief)
    await tellStop({ db, now }, chief, same)
    expect(await tellStop({ db, now }, chief, same)).toEqual({ ok: true, value: same.id })
    expect(await readableStops({ db, now }, chief)).toHaveLength(1)
    const audits = await db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', same.id)
      .execute()
    expect(audits).toEqual([{ action: 'stop.told' }])
    expect(await tellStop({ db, now }, neighbour, aStory(chief))).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
  }))

test('an adviser reads what has been opened for stories, and it is noted', () =>
  withCatalogue(async (db) => {
    const { chief } = await stopPeople(db)
    const adviser = await aPerson(db, {
      organisation: await municipalityId(db, '4601'),
      roles: ['adviser'],
      at: now(),
    })
    const id = await told(db, chief, {})
    expect(await findStop({ db, now }, adviser, id)).toBeNull()
    const opened = await openToAdviser({ db, now }, chief, {
      adviser: adviser.personId,
      scope: 'stops',
      purpose: 'Rådgivning om innovasjon',
      endsOn: Temporal.PlainDate.from('2027-01-01'),
    })
    expect(opened).toMatchObject({ ok: true })
    expect(await findStop({ db, now }, adviser, id)).not.toBeNull()
  }))

test('every reason has its words in every language', () => {
  for (const language of LANGUAGES) {
    const labels = STOP_REASONS.map((reason) => reasonLabel(reason, language))
    expect(new Set(labels).size).toBe(STOP_REASONS.length)
  }
})

const told = (db: Database, actor: Actor, asked: Partial<TellStop>) => aToldStop({ db, now }, actor, asked)
