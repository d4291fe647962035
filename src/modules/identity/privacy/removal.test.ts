import { expect, test } from 'vitest'
import { digestOf } from '#src/modules/identity/secret.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { askForRemoval } from './ask-for-removal.ts'
import { decideRemoval } from './decide-removal.ts'
import { followRemoval } from './follow-removal.ts'
import { listRemovalRequests } from './removal-requests-repository.ts'
import { tidyPrivacy } from './tidy-privacy.ts'

const at = new Date('2026-11-22T12:00:00Z')
const now = () => at

test('a wish for removal is answered with a reason, and only whoever sent it can follow it', () =>
  withDatabase(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'], at })
    const wish = {
      page: '/anskaffelser/case-016',
      wish: 'Ta bort namnet mitt',
      email: ' Meg@Example.NO ',
      language: 'nn',
    } as const
    const asked = await askForRemoval({ db, now }, wish)
    if (!asked.ok) throw new Error(asked.failure.kind)
    const { id, secret } = asked.value
    expect(await followRemoval(db, secret)).toMatchObject({
      wish: wish.wish,
      email: 'meg@example.no',
      decision: null,
    })
    for (const wrong of [id, digestOf(secret), secret.slice(1), '', `${secret}'`])
      expect(await followRemoval(db, wrong), wrong).toBeNull()

    const answer = { request: id, outcome: 'removed', answer: 'Det er teke bort.' } as const
    expect(await decideRemoval({ db, now }, curator, { ...answer, answer: ' ' })).toMatchObject({
      failure: { kind: 'answerMissing' },
    })
    expect((await decideRemoval({ db, now }, curator, answer)).ok).toBe(true)
    expect(await decideRemoval({ db, now }, curator, answer)).toMatchObject({
      failure: { kind: 'alreadyDecided' },
    })
    expect(await followRemoval(db, secret)).toMatchObject({
      decision: { outcome: 'removed', answer: 'Det er teke bort.', by: curator.personId },
    })
  }))

test('a year after the answer the words are gone, and that it was answered stays', () =>
  withDatabase(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'], at })
    const asked = await askForRemoval({ db, now }, { page: 'x', wish: 'y', email: null, language: 'nb' })
    const waiting = await askForRemoval(
      { db, now },
      { page: 'ventar', wish: 'enno', email: null, language: 'nb' },
    )
    if (!asked.ok || !waiting.ok) throw new Error('Both may ask')
    await decideRemoval({ db, now }, curator, { request: asked.value.id, outcome: 'kept', answer: 'Nei' })
    const later = (days: number) => () => new Date(at.getTime() + days * 24 * 60 * 60 * 1000)
    await tidyPrivacy({ db, now: later(364) })
    expect((await followRemoval(db, asked.value.secret))?.wish).toBe('y')
    await tidyPrivacy({ db, now: later(366) })
    expect(await followRemoval(db, asked.value.secret)).toMatchObject({
      page: null,
      wish: null,
      decision: { outcome: 'kept', answer: null },
    })
    expect((await listRemovalRequests(db)).map(({ page }) => page)).toEqual(['ventar', null])
  }))
