import { expect, test } from 'vitest'
import type { NeedAudience } from '#src/modules/needs/contract.ts'
import type { MatterRef } from '#src/modules/needs/market/matter.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import {
  aCoordinator,
  aMessageId,
  anAnswer,
  aSupplier,
  decided,
  IN_CONFIDENCE,
  SECRET_WORDS,
  typedAnswer,
  typedDecision,
} from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { answerNeed, withdrawAnswer } from './answer-need.ts'
import { decideAnswer } from './decide-answer.ts'
import { MessageForm, SummaryForm } from './market-forms.ts'
import { answersTo } from './market-repository.ts'
import { publishSummary } from './publish-summary.ts'
import { readMatter } from './read-matter.ts'
import { askQuestion, tellMarket } from './tell-market.ts'
import { viewMarket } from './view-market.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

async function scene(db: Database, need: { audience?: NeedAudience } = {}) {
  const royrvik = await municipalityId(db, '5043')
  const ingrid = await aCoordinator(db, royrvik)
  const announced = await aNeed(db, { organisation: royrvik, by: ingrid.personId, ...need })
  return {
    ingrid,
    royrvik,
    matter: { kind: 'need', id: announced.id } as MatterRef,
    supplier: await aSupplier(db, 'Matte AS'),
    context: { db, now },
  }
}

const message = (typed: Partial<Record<keyof MessageForm, string | null>>) =>
  MessageForm.parse({ words: 'Vi møtes 14. januar', answer: null, question: null, ...typed })
const summary = (words: string, seen = 0) => SummaryForm.parse({ words, seen })

test('a supplier answers once, may take it back, and may then answer anew', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, ingrid, context } = await scene(db)
    const first = await anAnswer(context, supplier, { matter })
    const again = () => answerNeed(context, supplier, { matter, form: typedAnswer() })
    expect(await again()).toMatchObject({ failure: { kind: 'alreadyAnswered' } })

    expect(await withdrawAnswer(context, await aSupplier(db, 'Annen AS'), first)).toMatchObject({
      failure: { kind: 'answerNotFound' },
    })
    expect((await withdrawAnswer(context, supplier, first)).ok).toBe(true)
    expect(await withdrawAnswer(context, supplier, first)).toMatchObject({ ok: true })
    expect((await again()).ok).toBe(true)

    const found = await readMatter(db, null, matter)
    const seenBy = async (reader: typeof ingrid | null) => {
      if (!found) throw new Error('The need of the test is not there')
      return (await viewMarket(db, reader, found)).answers.map(({ words, withdrawnAt }) => [
        words !== null,
        withdrawnAt !== null,
      ])
    }
    const [gone, kept] = [
      [false, true],
      [true, true],
    ]
    expect(await seenBy(null)).toEqual([gone, [true, false]])
    expect(await seenBy(ingrid)).toEqual([kept, [true, false]])
  }))

test.each(['own', 'public-employees'] as const)('nobody answers what is announced to %s', (audience) =>
  withCatalogue(async (db) => {
    const { matter, supplier, context } = await scene(db, { audience })
    const answered = await answerNeed(context, supplier, { matter, form: typedAnswer() })
    expect(answered).toMatchObject({ failure: { kind: 'matterNotFound' } })
    const asked = await askQuestion(context, supplier, {
      matter,
      id: aMessageId(),
      form: { words: 'Hvor mange brukere?' },
    })
    expect(asked).toMatchObject({ failure: { kind: 'matterNotFound' } })
  }),
)

test('a need that is closed takes no answers, a municipality gives none, and a price is for the competition', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, ingrid, context } = await scene(db)
    const answer = (actor: typeof supplier, typed = {}) =>
      answerNeed(context, actor, { matter, form: typedAnswer(typed) })
    expect(await answer(ingrid)).toMatchObject({ failure: { kind: 'notAllowed' } })
    const words = 'En matte under madrassen for 1,2 mill. i året'
    expect(await answer(supplier, { words })).toMatchObject({
      failure: { kind: 'namesPrice', price: '1,2 mill.' },
    })
    expect((await answer(supplier, { ...IN_CONFIDENCE, words })).ok).toBe(true)
    await db
      .updateTable('need')
      .set({ status: 'closed', closed_at: now(), closed_cause: 'bought' })
      .where('id', '=', matter.id)
      .execute()
    const late = await answer(await aSupplier(db, 'Sen AS'))
    expect(late).toMatchObject({ failure: { kind: 'closed' } })
  }))

test('the log is added to: the newest holds, and one who has not seen it is told', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, ingrid, context } = await scene(db)
    const answer = await anAnswer(context, supplier, { matter })
    const decide = (typed: Record<string, string>) =>
      decideAnswer(context, ingrid, { matter, answer, form: typedDecision(typed) })
    expect(await decide({ decision: 'secret' })).toMatchObject({ failure: { kind: 'notSecret' } })
    expect(await decide({ summary: 'Matte AS har en matte' })).toMatchObject({
      failure: { kind: 'saysWho', name: 'Matte AS' },
    })
    expect(await decide({ summary: 'En matte til 400 kr' })).toMatchObject({
      failure: { kind: 'namesPrice' },
    })
    await anAnswer(context, await aSupplier(db, 'Radar AS'), { matter, typed: IN_CONFIDENCE })
    for (const where of ['summary', 'reason'])
      expect(await decide({ [where]: `Som andre: ${SECRET_WORDS}` })).toMatchObject({
        failure: { kind: 'quotesSecret' },
      })
    await decided(context, ingrid, { matter, answer })
    expect(await decide({ decision: 'not-relevant' })).toMatchObject({
      failure: { kind: 'decidedMeanwhile', entry: { decision: 'in-summary' } },
    })
    expect((await decide({ decision: 'not-relevant', seen: '1' })).ok).toBe(true)
    const [kept] = await answersTo(db, matter)
    expect(kept?.log.map(({ decision, summary: said }) => [decision, said])).toEqual([
      ['in-summary', 'Matter finnes i dag'],
      ['not-relevant', null],
    ])
  }))

test('only those who announced decide, of a secret answer nobody else knows that it is there', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, royrvik, context } = await scene(db)
    const answer = await anAnswer(context, supplier, { matter, typed: IN_CONFIDENCE })
    const decide = (actor: typeof supplier) =>
      decideAnswer(context, actor, { matter, answer, form: typedDecision() })
    const neighbour = await aCoordinator(db, await municipalityId(db, '1804'))
    const reader = await aPerson(db, { organisation: royrvik, roles: ['reader'] })
    for (const stranger of [neighbour, reader, await aSupplier(db, 'Annen AS')])
      expect(await decide(stranger)).toMatchObject({ failure: { kind: 'answerNotFound' } })
    expect(await decide(supplier)).toMatchObject({ failure: { kind: 'notAllowed' } })
  }))

test('what is told everybody never repeats a secret, names no one who hides, and is looked over first', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, ingrid, context } = await scene(db)
    const answer = await anAnswer(context, supplier, { matter, typed: { ...IN_CONFIDENCE, hidesName: 'ja' } })
    const tell = (typed: Parameters<typeof message>[0]) =>
      tellMarket(context, ingrid, { matter, id: aMessageId(), form: message(typed) })
    expect(await tell({ answer })).toMatchObject({ failure: { kind: 'notChecked' } })
    const quote = `Noen sier: ${SECRET_WORDS.toUpperCase()}`
    expect(await tell({ words: quote })).toMatchObject({ failure: { kind: 'quotesSecret' } })
    expect(await tell({ words: 'Vi har hørt fra Matte AS' })).toMatchObject({ failure: { kind: 'saysWho' } })
    expect(await tell({ answer, checked: 'ja', words: 'Er 400 kr nok?' })).toMatchObject({
      failure: { kind: 'namesPrice' },
    })
    expect((await tell({ words: 'Vi har satt av 2 mill. kr' })).ok).toBe(true)
    expect((await tell({ answer, checked: 'ja' })).ok).toBe(true)
    expect(await tell({ answer: null, question: matter.id })).toMatchObject({
      failure: { kind: 'questionNotFound' },
    })

    const found = await readMatter(db, null, matter)
    if (!found) throw new Error('The need of the test is not there')
    const { messages } = await viewMarket(db, null, found)
    expect(messages.map(({ kind, to }) => [kind, to])).toEqual([
      ['message', null],
      ['reply', { organisation: null, openness: 'secret' }],
    ])
    const own = await viewMarket(db, ingrid, found)
    expect(own.messages.at(-1)?.to).toEqual({ organisation: supplier.organisation, openness: 'secret' })
  }))

test('a question and its reply are read by everybody, who asks only by those who announced', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, ingrid, context } = await scene(db)
    const question = { matter, id: aMessageId(), form: { words: 'Hvor mange boliger har fiber?' } }
    const asked = await askQuestion(context, supplier, question)
    if (!asked.ok) throw new Error(asked.failure.kind)
    expect(await askQuestion(context, ingrid, question)).toMatchObject({ ok: false })
    const reply = message({ words: 'Om lag halvparten', question: asked.value.id })
    expect((await tellMarket(context, ingrid, { matter, id: aMessageId(), form: reply })).ok).toBe(true)
    const found = await readMatter(db, null, matter)
    if (!found) throw new Error('The need of the test is not there')
    const askers = await Promise.all(
      [null, await aSupplier(db, 'Annen AS'), ingrid, supplier].map(
        async (reader) => (await viewMarket(db, reader, found)).messages[0]?.organisation,
      ),
    )
    expect(askers).toEqual([null, null, supplier.organisation, supplier.organisation])
  }))

test('a form that is sent again with other words loses none of them: it is said that it was sent', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, ingrid, context } = await scene(db)
    const [asks, tells] = [aMessageId(), aMessageId()]
    const ask = (words: string) => askQuestion(context, supplier, { matter, id: asks, form: { words } })
    const tell = (words: string, id = tells) =>
      tellMarket(context, ingrid, { matter, id, form: message({ words }) })
    const first = [await ask('Hvor mange brukere er det?'), await tell('Vi møtes i januar')]
    const again = [await ask('Hvor mange brukere er det?'), await tell('Vi møtes i januar')]
    expect(again).toEqual(first)
    const otherWords = { failure: { kind: 'otherWords' } }
    expect(await ask('Hvor mange boliger er det?')).toMatchObject(otherWords)
    expect(await tell('Vi møtes i mars')).toMatchObject(otherWords)
    expect(await tell('Vi møtes i januar', asks)).toMatchObject(otherWords)
  }))

test('the summary waits for every answer, says no names, prices or secrets, and is kept version by version', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, ingrid, royrvik, context } = await scene(db)
    const open = await anAnswer(context, supplier, { matter })
    const other = await aSupplier(db, 'Radar AS')
    const secret = await anAnswer(context, other, { matter, typed: IN_CONFIDENCE })
    const publish = (words: string, seen = 0) =>
      publishSummary(context, ingrid, { matter, form: summary(words, seen) })
    const good = 'Det finnes matter i dag, og flere vil utvikle noe uten berøring.'

    expect(await publish(good)).toMatchObject({ failure: { kind: 'undecided', count: 2 } })
    await decided(context, ingrid, { matter, answer: open })
    await decided(context, ingrid, { matter, answer: secret, typed: { decision: 'secret', summary: '' } })
    expect(await publish(`${good} Radar AS var best.`)).toMatchObject({ failure: { kind: 'saysWho' } })
    expect(await publish(`${good} Det koster 89,-`)).toMatchObject({ failure: { kind: 'namesPrice' } })
    expect(await publish(`${good} ${SECRET_WORDS}`)).toMatchObject({ failure: { kind: 'quotesSecret' } })
    const contributor = await aPerson(db, { organisation: royrvik, roles: ['contributor'] })
    expect(await publishSummary(context, contributor, { matter, form: summary(good) })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })

    expect(await publish(good)).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await publish(`${good} Noe annet.`)).toMatchObject({ failure: { kind: 'publishedMeanwhile' } })
    expect(await publish(`${good} Dette er nytt.`, 1)).toMatchObject({ ok: true, value: { version: 2 } })
    await anAnswer(context, await aSupplier(db, 'Sen AS'), { matter })
    expect(await publish(good, 2)).toMatchObject({ failure: { kind: 'undecided', count: 1 } })
  }))

test('an answer that was taken back needs no decision, and nothing is decided of it', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, ingrid, context } = await scene(db)
    const answer = await anAnswer(context, supplier, { matter })
    await withdrawAnswer(context, supplier, answer)
    const done = await decideAnswer(context, ingrid, { matter, answer, form: typedDecision() })
    expect(done).toMatchObject({ failure: { kind: 'withdrawn' } })
    const words = 'Ingen har svart slik at det skal med.'
    expect((await publishSummary(context, ingrid, { matter, form: summary(words) })).ok).toBe(true)
  }))

test('what was told in confidence stands in neither the audit nor the events', () =>
  withCatalogue(async (db) => {
    const { matter, supplier, ingrid, context } = await scene(db)
    const answer = await anAnswer(context, supplier, { matter, typed: IN_CONFIDENCE })
    await decided(context, ingrid, {
      matter,
      answer,
      typed: { decision: 'secret', reason: 'Antennen Hemmelin', summary: '' },
    })
    const kept = JSON.stringify([
      await db.selectFrom('audit_entry').selectAll().execute(),
      await db.selectFrom('event').selectAll().execute(),
    ])
    expect(kept).toContain('market.answered')
    expect(kept).not.toContain('Hemmelin')
  }))
