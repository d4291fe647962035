import { expect, test } from 'vitest'
import { saveNeed } from '#src/modules/needs/needs-repository.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import {
  aCoordinator,
  aMessageId,
  anAnswer,
  aSupplier,
  typedAnswer,
  typedDecision,
} from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { answerNeed } from './answer-need.ts'
import { decideAnswer } from './decide-answer.ts'
import { MessageForm, SummaryForm } from './market-forms.ts'
import { answersTo, messagesAbout } from './market-repository.ts'
import type { MatterRef } from './matter.ts'
import { publishSummary } from './publish-summary.ts'
import { askQuestion, tellMarket } from './tell-market.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const AT_ONCE = 8

async function scene(db: Database) {
  await seedOrganisations(db, { now })
  const royrvik = await municipalityId(db, '5043')
  const ingrid = await aCoordinator(db, royrvik)
  const need = await aNeed(db, { organisation: royrvik, by: ingrid.personId })
  const matter: MatterRef = { kind: 'need', id: need.id }
  return { royrvik, ingrid, need, matter, supplier: await aSupplier(db, 'Matte AS') }
}

const times = <Value>(make: (place: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, place) => make(place)))

test('eight colleagues who answer at once give one answer, and the others are told', () =>
  withOwnDatabase(async (db) => {
    const { matter, supplier } = await scene(db)
    const { organisation } = supplier
    const colleagues = await times(() => aPerson(db, { organisation, roles: ['supplier'] }))
    const given = await Promise.all(
      colleagues.map((one) => answerNeed({ db, now }, one, { matter, form: typedAnswer() })),
    )
    expect(given.filter((one) => one.ok)).toHaveLength(1)
    for (const one of given) if (!one.ok) expect(one.failure).toEqual({ kind: 'alreadyAnswered' })
    expect(await answersTo(db, matter)).toHaveLength(1)
  }))

test('eight who decide at once decide once, and the others see what was decided', () =>
  withOwnDatabase(async (db) => {
    const { matter, supplier, royrvik } = await scene(db)
    const answer = await anAnswer({ db, now }, supplier, { matter })
    const writers = await times(() => aPerson(db, { organisation: royrvik, roles: ['contributor'] }))
    const done = await Promise.all(
      writers.map((one, place) =>
        decideAnswer({ db, now }, one, {
          matter,
          answer,
          form: typedDecision({ decision: 'not-relevant', reason: `Grunn ${place}` }),
        }),
      ),
    )
    expect(done.filter((one) => one.ok)).toHaveLength(1)
    const [kept] = await answersTo(db, matter)
    expect(kept?.log).toHaveLength(1)
    for (const one of done)
      if (!one.ok) expect(one.failure).toEqual({ kind: 'decidedMeanwhile', entry: kept?.log[0] })
  }))

test('an answer that comes while the need is closed is given before it, or refused', () =>
  withOwnDatabase(async (db) => {
    const { matter, need } = await scene(db)
    const suppliers = await times((place) => aSupplier(db, `Firma ${place} AS`))
    const closed = { at: now(), cause: 'bought', reason: null } as const
    const closing = saveNeed(db, { ...need, status: 'closed', closed, changedAt: now() })
    const given = await Promise.all(
      suppliers.map((one) => answerNeed({ db, now }, one, { matter, form: typedAnswer() })),
    )
    expect(await closing).toBe(true)
    for (const one of given) if (!one.ok) expect(one.failure).toEqual({ kind: 'closed' })
    const late = await answerNeed({ db, now }, await aSupplier(db, 'Sen AS'), { matter, form: typedAnswer() })
    expect(late).toMatchObject({ failure: { kind: 'closed' } })
    expect(await answersTo(db, matter)).toHaveLength(given.filter((one) => one.ok).length)
  }))

test('no summary is published past an answer that comes at the same time', () =>
  withOwnDatabase(async (db) => {
    const { matter, ingrid } = await scene(db)
    const words = 'Ingen har svart på behovet ennå.'
    const publish = (said = words) =>
      publishSummary({ db, now }, ingrid, { matter, form: SummaryForm.parse({ words: said, seen: 0 }) })
    const suppliers = await times((place) => aSupplier(db, `Firma ${place} AS`))
    const [published] = await Promise.all([
      publish(),
      ...suppliers.map((one) => answerNeed({ db, now }, one, { matter, form: typedAnswer() })),
    ])
    const before = published?.ok ? 'published' : published?.failure
    expect([before === 'published' || (before as { kind: string }).kind === 'undecided']).toEqual([true])
    expect(await publish(`${words} Noe annet.`)).toMatchObject({
      failure: { kind: published?.ok ? 'publishedMeanwhile' : 'undecided' },
    })
  }))

test('a message and a question that are sent eight times at once are said and told once', () =>
  withOwnDatabase(async (db) => {
    const { matter, ingrid, supplier } = await scene(db)
    const [tells, asks] = [aMessageId(), aMessageId()]
    const form = MessageForm.parse({ words: 'Vi møtes 14. januar', answer: null, question: null })
    const question = { words: 'Hvor mange boliger har fiber?' }
    const sent = await Promise.all([
      times(() => tellMarket({ db, now }, ingrid, { matter, id: tells, form })),
      times(() => askQuestion({ db, now }, supplier, { matter, id: asks, form: question })),
    ])
    expect(sent.flat().every((one) => one.ok)).toBe(true)
    expect((await messagesAbout(db, matter)).map(({ id }) => id).toSorted()).toEqual([tells, asks].toSorted())
    const events = await db.selectFrom('event').select('kind').where('kind', 'like', 'market.%').execute()
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['market.asked', 'market.told'])
    const audit = await db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', 'like', 'market.%')
      .execute()
    expect(audit.map(({ action }) => action).toSorted()).toEqual(['market.asked', 'market.told'])
  }))
