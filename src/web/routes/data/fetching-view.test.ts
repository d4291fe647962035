import { expect, test } from 'vitest'
import { fetchingViews } from './fetching-view.ts'

const NOTHING_LEFT = { unreached: 0, from: null, to: null, unnamed: 0, wanted: 0, gone: 0 }
const at = new Date('2026-11-04T08:31:00Z')
const job = {
  dueAt: new Date('2026-11-05T08:30:00Z'),
  runningSince: null,
  failures: 1,
  lastSuccess: null,
  lastFailure: null,
}

test('a source that is neither fetched from nor meant to be is not shown', () => {
  const states = [{ source: 'ted', job: null, left: NOTHING_LEFT } as const]
  expect(fetchingViews(states, { daily: [], language: 'nb' })).toEqual([])
  expect(fetchingViews(states, { daily: ['ted'], language: 'nb' })).toMatchObject([
    { source: 'TED', next: null },
  ])
})

test('the last failure is told with its reason in the language of the page, and the next time it is tried', () => {
  const lastFailure = { at, failure: { code: 'timedOut', params: { seconds: 30 } } }
  const states = [{ source: 'doffin', job: { ...job, lastFailure }, left: NOTHING_LEFT } as const]
  const [view] = fetchingViews(states, { daily: ['doffin'], language: 'nn' })
  expect(view?.lastFailure).toEqual({ at: at.toISOString(), why: 'Heile svaret kom ikkje innan 30 sekund.' })
  expect(view?.next).toBe('2026-11-05T08:30:00.000Z')
})

test('what a person has fetched is shown, without a next time that will not come', () => {
  const lastSuccess = { at, report: { stored: 7 } }
  const states = [{ source: 'doffin', job: { ...job, lastSuccess }, left: NOTHING_LEFT } as const]
  expect(fetchingViews(states, { daily: [], language: 'en' })).toMatchObject([
    { lastSuccess: { at: at.toISOString(), stored: 7 }, next: null },
  ])
})
