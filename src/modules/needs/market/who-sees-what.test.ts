import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import { type Actor, giveMandate } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { paperProblems } from '#src/platform/papers/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import {
  aCoordinator,
  aDemand,
  anAnswer,
  aSupplier,
  decided,
  IN_CONFIDENCE,
  joined,
  OPEN_WORDS,
  SECRET_WORDS,
} from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { withdrawAnswer } from './answer-need.ts'
import { levellingPaper, summaryPaper } from './market-paper.ts'
import { matterRef, readMatter } from './read-matter.ts'
import { viewMarket, viewOwnAnswers } from './view-market.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
/** Words that stand in the secret and nowhere else. */
const THEIRS = ['Hemmelin', 'radar', 'sekstifire', 'antenne', 'Konkurrentene']
const DECIDED_OF_IT = 'De har laget en antenne'

/** A demand of Røyrvik and Bodø with an open answer and a secret one; Voss joins after they came. */
async function scene(db: Database) {
  const [royrvik, bodo, voss] = await Promise.all(
    ['5043', '1804', '4621'].map((number) => municipalityId(db, number)),
  )
  if (!royrvik || !bodo || !voss) throw new Error('A municipality of the test is not there')
  const ingrid = await aCoordinator(db, royrvik)
  const member = await aCoordinator(db, bodo)
  const later = await aCoordinator(db, voss)
  const own = await aNeed(db, { organisation: royrvik, by: ingrid.personId })
  const second = await aNeed(db, { organisation: bodo, by: member.personId })
  const third = await aNeed(db, { organisation: voss, by: later.personId })
  const demand = await aDemand({ db, now }, { own, by: ingrid, others: [{ need: second.id, by: member }] })
  const matter = matterRef('demand', demand.id)
  if (!matter) throw new Error('The demand of the test has no market')
  const supplierA = await aSupplier(db, 'Matte AS')
  const supplierB = await aSupplier(db, 'Radar AS')
  await anAnswer({ db, now }, supplierA, { matter })
  const secret = await anAnswer({ db, now }, supplierB, { matter, typed: IN_CONFIDENCE })
  await joined({ db, now }, later, { id: demand.id, need: third.id })
  await decided({ db, now }, member, {
    matter,
    answer: secret,
    typed: { decision: 'secret', reason: DECIDED_OF_IT, summary: '' },
  })
  const readers: Record<string, Actor | null> = {
    public: null,
    supplierA,
    supplierB,
    colleagueOfSupplierB: await aPerson(db, { organisation: supplierB.organisation, roles: ['supplier'] }),
    lead: ingrid,
    member,
    memberWhoWrites: await aPerson(db, { organisation: bodo, roles: ['contributor'] }),
    memberWhoReads: await aPerson(db, { organisation: bodo, roles: ['reader'] }),
    memberAdviser: await aPerson(db, { organisation: bodo, roles: ['adviser'] }),
    later,
    otherMunicipality: await aCoordinator(db, await municipalityId(db, '0301')),
    curator: await aPerson(db, { roles: ['curator'] }),
    administrator: await aPerson(db, { roles: ['administrator'] }),
  }
  return { matter, readers, later, member }
}

/** Everything one reader is given of a market, on pages and as papers. */
async function everythingSeen(db: Database, reader: Actor | null, ref: Parameters<typeof readMatter>[2]) {
  const matter = await readMatter(db, reader, ref)
  if (!matter) return ''
  const view = await viewMarket(db, reader, matter)
  const of = { view, nameOf: (id: string | null) => id ?? '–', messages: messagesIn('nb'), madeAt: now() }
  return JSON.stringify([view, levellingPaper(of), summaryPaper(of)])
}

test('a secret answer is read by its supplier and by those who had announced when it came, and by nobody else', () =>
  withCatalogue(async (db) => {
    const { matter, readers } = await scene(db)
    const table: Record<string, readonly string[]> = {}
    for (const [who, reader] of Object.entries(readers)) {
      const seen = await everythingSeen(db, reader, matter)
      table[who] = [
        ...(seen.includes(OPEN_WORDS) ? ['open'] : []),
        ...(seen.includes(SECRET_WORDS) ? ['secret'] : []),
        ...(seen.includes(DECIDED_OF_IT) ? ['decision'] : []),
        ...(seen.includes('"secretCount":1') ? ['count'] : []),
      ]
    }
    expect(table).toEqual({
      public: ['open', 'count'],
      supplierA: ['open', 'count'],
      supplierB: ['open', 'secret', 'count'],
      colleagueOfSupplierB: ['open', 'secret', 'count'],
      lead: ['open', 'secret', 'decision', 'count'],
      member: ['open', 'secret', 'decision', 'count'],
      memberWhoWrites: ['open', 'secret', 'decision', 'count'],
      memberWhoReads: ['open', 'count'],
      memberAdviser: ['open', 'count'],
      later: ['open', 'count'],
      otherMunicipality: ['open', 'count'],
      curator: ['open', 'count'],
      administrator: ['open', 'count'],
    })
  }))

test('no word of a secret, nor why it is one, is in anything that others are given', () =>
  withCatalogue(async (db) => {
    const { matter, readers } = await scene(db)
    const nobodys = ['public', 'supplierA', 'memberWhoReads', 'later', 'otherMunicipality', 'curator']
    for (const who of nobodys) {
      const seen = await everythingSeen(db, readers[who] ?? null, matter)
      for (const word of THEIRS) expect(seen, `${who}: ${word}`).not.toContain(word)
    }
  }))

test('the paper of those who received it says so, and by which paragraph it is kept; the open one does not', () =>
  withCatalogue(async (db) => {
    const { matter, readers } = await scene(db)
    for (const language of ['nb', 'nn', 'en'] as const) {
      const papers = await Promise.all(
        [readers.member ?? null, null].map(async (reader) => {
          const found = await readMatter(db, reader, matter)
          if (!found) throw new Error('The market of the test cannot be read')
          const view = await viewMarket(db, reader, found)
          const messages = messagesIn(language)
          return levellingPaper({ view, nameOf: (id) => id ?? '–', messages, madeAt: now() })
        }),
      )
      expect(papers.map((paper) => paperProblems(paper))).toEqual([[], []])
      expect(papers.map((paper) => paper.journal?.accessBasis)).toEqual([
        messagesIn(language).t('market.papers.access'),
        undefined,
      ])
    }
  }))

test('whoever is given a mandate by one that received it acts for it, and one that joined later gives none', () =>
  withCatalogue(async (db) => {
    const { matter, member, later } = await scene(db)
    const mandate = {
      decision: 'Delegert 1/26',
      startsOn: Temporal.PlainDate.from('2026-01-01'),
      endsOn: null,
    }
    const [cooperative, elsewhere] = [await municipalityId(db, '3401'), await municipalityId(db, '3403')]
    const ofMember = await giveMandate({ db, now }, member, { ...mandate, body: cooperative })
    const ofLater = await giveMandate({ db, now }, later, { ...mandate, body: elsewhere })
    expect([ofMember.ok, ofLater.ok]).toEqual([true, true])
    const buyer = await aPerson(db, { organisation: cooperative, roles: ['contributor'] })
    const other = await aPerson(db, {
      organisation: await municipalityId(db, '3403'),
      roles: ['contributor'],
    })
    expect(await everythingSeen(db, buyer, matter)).toContain(SECRET_WORDS)
    expect(await everythingSeen(db, other, matter)).not.toContain(SECRET_WORDS)
  }))

test('when it is told to fewer a supplier reads its own answer and takes it back, and nobody reads anything else', () =>
  withCatalogue(async (db) => {
    const { matter, readers } = await scene(db)
    await db.updateTable('need').set({ audience: 'own' }).execute()
    const table: Record<string, readonly string[]> = {}
    for (const [who, reader] of Object.entries(readers)) {
      const own = JSON.stringify(await viewOwnAnswers(db, reader, matter))
      table[who] = [
        ...((await everythingSeen(db, reader, matter)) === '' ? [] : ['market']),
        ...(own.includes(OPEN_WORDS) ? ['open'] : []),
        ...(own.includes(SECRET_WORDS) ? ['secret'] : []),
        ...(own.includes(DECIDED_OF_IT) ? ['decision'] : []),
      ]
    }
    expect(table).toEqual({
      public: [],
      supplierA: ['open'],
      supplierB: ['secret'],
      colleagueOfSupplierB: ['secret'],
      lead: ['market'],
      member: ['market'],
      memberWhoWrites: ['market'],
      memberWhoReads: ['market'],
      memberAdviser: [],
      later: ['market'],
      otherMunicipality: [],
      curator: [],
      administrator: [],
    })
    const supplier = readers.supplierB ?? null
    const [answer] = await viewOwnAnswers(db, supplier, matter)
    if (!supplier || !answer) throw new Error('The supplier of the test has no answer')
    expect(await withdrawAnswer({ db, now }, supplier, answer.id)).toMatchObject({ ok: true })
    expect(await viewOwnAnswers(db, supplier, matter)).toMatchObject([
      { words: SECRET_WORDS, withdrawnAt: now(), log: [] },
    ])
  }))
