import { expect, test } from 'vitest'
import { JointNoteId } from '#src/modules/joint-procurement/contract.ts'
import type { Question, Task } from '#src/modules/joint-procurement/talk/talk.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { jointScene } from '#src/testing/joint-scene.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { type Known, remindersOf } from './reminders.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const BEGUN = new Date('2026-11-10T10:41:00Z')
const A_TASK = { title: 'Sende vedtak', whose: null, version: 1, addedAt: BEGUN, doneAt: null }

const aTask = (dueOn: string, told: Partial<Task> = {}): Task => ({
  ...{ ...A_TASK, id: JointNoteId.parse(newId()), dueOn: day(dueOn) },
  ...told,
})

test('each is reminded of what it is to do a week and a day before, unless it came to be later than that', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, lead } = await jointScene(db)
    const voss = await municipalityId(db, '4621')
    const others = [
      { organisation: royrvik, role: 'follower' },
      { organisation: voss, status: 'withdrawn' },
    ] as const
    const one = await aProcurement(db, { lead: bodo, by: lead.personId, others })
    const remindedOn = (today: string, talk: Partial<Known['talk']>) =>
      remindersOf({
        ...{ one, contracts: [], steps: [], measurements: [] },
        ...{ talk: { tasks: [], questions: [], ...talk }, today: day(today) },
      })
    const who = (today: string, talk: Partial<Known['talk']>) =>
      remindedOn(today, talk).map(({ about, organisation }) => `${about} ${organisation}`)
    const [forAll, forLead] = [[`task ${bodo}`, `task ${royrvik}`], [`task ${bodo}`]]

    const tasks = [aTask('2026-11-25')]
    expect(who('2026-11-17', { tasks })).toEqual([])
    expect(who('2026-11-18', { tasks })).toEqual(forAll)
    expect(who('2026-11-25', { tasks })).toEqual(forAll)
    expect(who('2026-11-26', { tasks })).toEqual([])
    expect(who('2026-11-18', { tasks: [aTask('2026-11-25', { whose: bodo })] })).toEqual(forLead)
    expect(who('2026-11-18', { tasks: [aTask('2026-11-25', { doneAt: BEGUN })] })).toEqual([])
    const occasions = ['2026-11-18', '2026-11-23', '2026-11-24', '2026-11-25'].map(
      (today) => remindedOn(today, { tasks })[0]?.occasion,
    )
    expect(new Set(occasions.slice(0, 2)).size).toBe(1)
    expect(new Set(occasions.slice(2)).size).toBe(1)
    expect(new Set(occasions).size).toBe(2)
    const soon = [aTask('2026-11-12')]
    expect(who('2026-11-10', { tasks: soon })).toEqual([])
    expect(who('2026-11-11', { tasks: soon })).toEqual(forAll)

    const question: Question = {
      ...{ id: JointNoteId.parse(newId()), words: 'Hvor mange?', answerBy: day('2026-11-29') },
      ...{ askedFor: bodo, askedAt: BEGUN, replies: [] },
    }
    expect(who('2026-11-22', { questions: [question] })).toEqual([`question ${royrvik}`])
    const answered = { ...question, replies: [{ organisation: royrvik, words: 'Førti', at: BEGUN }] }
    expect(who('2026-11-22', { questions: [answered] })).toEqual([])
  }))
