import { expect, test } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { fail, ok } from '#src/platform/result.ts'
import { withDatabase } from '#src/testing/database.ts'
import {
  type Job,
  type JobRunner,
  jobStates,
  nextDaily,
  registerJob,
  registerJobs,
  runJob,
  startJobs,
} from './index.ts'

const MINUTE = 60_000
const never = new AbortController().signal
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

function aClock(start = '2026-11-02T08:00:00Z') {
  let now = Date.parse(start)
  return { time: async () => new Date(now), pass: (minutes: number) => (now += minutes * MINUTE) }
}

function runnerOn(db: Database, time: () => Promise<Date>, changes: Partial<JobRunner> = {}): JobRunner {
  return { db, log: quiet, time, random: () => 1, leaseMs: 10 * MINUTE, ...changes }
}

function aJob(run: Job['run'] = async () => ok({ done: 1 })): Job {
  return { name: 'import-doffin', nextAfter: (moment) => nextDaily('09:30', moment), run }
}

const stateOf = async (db: Database, now: Date) => (await jobStates(db, now))[0]

test('a job that has never been done is due at once, and then every day at its time', () =>
  withDatabase(async (db) => {
    const { time } = aClock('2026-11-02T12:00:00Z')
    const runner = runnerOn(db, time)
    await registerJobs(runner, [aJob()])
    expect(await runJob(runner, aJob(), { signal: never })).toEqual(
      ok({ kind: 'success', report: { done: 1 } }),
    )
    expect(await runJob(runner, aJob(), { signal: never })).toEqual(fail({ kind: 'notFree' }))
    expect(await stateOf(db, await time())).toEqual({
      name: 'import-doffin',
      dueAt: new Date('2026-11-03T08:30:00Z'),
      runningSince: null,
      failures: 0,
      lastSuccess: { at: new Date('2026-11-02T12:00:00Z'), report: { done: 1 } },
      lastFailure: null,
    })
  }))

test('of two processes one does it, and the other sees that it is being done', () =>
  withDatabase(async (db) => {
    const { time } = aClock()
    const runner = runnerOn(db, time)
    await registerJobs(runner, [aJob()])
    const gate = Promise.withResolvers<void>()
    const started = Promise.withResolvers<void>()
    const slow = aJob(async () => {
      started.resolve()
      await gate.promise
      return ok(null)
    })
    const first = runJob(runner, slow, { signal: never })
    await started.promise
    expect(await runJob(runner, aJob(), { signal: never })).toEqual(fail({ kind: 'notFree' }))
    expect(await runJob(runner, aJob(), { signal: never, early: true })).toEqual(fail({ kind: 'notFree' }))
    expect(await stateOf(db, await time())).toMatchObject({ runningSince: new Date('2026-11-02T08:00:00Z') })
    gate.resolve()
    expect(await first).toMatchObject({ ok: true })
  }))

test('the lease of one that died runs out, another goes on, and it is told that it was interrupted', () =>
  withDatabase(async (db) => {
    const { time, pass } = aClock()
    await registerJobs(runnerOn(db, time), [aJob()])
    // It never comes back, and its heart does not beat within this test.
    void runJob(
      runnerOn(db, time),
      aJob(() => new Promise(() => {})),
      { signal: never },
    )
    await new Promise((soon) => setTimeout(soon, 20))

    pass(9)
    expect(await runJob(runnerOn(db, time), aJob(), { signal: never })).toEqual(fail({ kind: 'notFree' }))
    pass(2)
    const seen: unknown[] = []
    const other = aJob(async () => {
      seen.push((await stateOf(db, await time()))?.lastFailure?.failure)
      return ok(null)
    })
    expect(await runJob(runnerOn(db, time), other, { signal: never })).toMatchObject({ ok: true })
    expect(seen).toEqual([{ code: 'interrupted' }])
  }))

test('one that lives keeps its lease however long it takes', () =>
  withDatabase(async (db) => {
    const { time, pass } = aClock()
    const runner = runnerOn(db, time, { heartbeatMs: 5 })
    await registerJobs(runner, [aJob()])
    const gate = Promise.withResolvers<void>()
    const slow = aJob(async () => {
      await gate.promise
      return ok(null)
    })
    const first = runJob(runner, slow, { signal: never })
    for (let step = 0; step < 5; step += 1) {
      pass(6)
      await new Promise((beat) => setTimeout(beat, 30))
      expect(await runJob(runner, aJob(), { signal: never })).toEqual(fail({ kind: 'notFree' }))
    }
    gate.resolve()
    expect(await first).toMatchObject({ ok: true })
  }))

test('one that has lost its lease is told to stop, and writes nothing over the other', () =>
  withDatabase(async (db) => {
    const { time, pass } = aClock()
    const runner = runnerOn(db, time)
    await registerJobs(runner, [aJob()])
    const sleeping = aJob(
      (signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(ok({ done: 'late' })))),
    )
    const first = runJob(runnerOn(db, time, { heartbeatMs: 60 }), sleeping, { signal: never })
    await new Promise((soon) => setTimeout(soon, 20))
    pass(11)
    await runJob(runner, aJob(), { signal: never })
    await first
    expect(await stateOf(db, await time())).toMatchObject({ lastSuccess: { report: { done: 1 } } })
  }))

test('what fails is tried again after a growing wait, never later than it would be done anyway', () =>
  withDatabase(async (db) => {
    const { time, pass } = aClock('2026-11-02T12:00:00Z')
    const runner = runnerOn(db, time)
    const failing = aJob(async () => fail({ code: 'timedOut', params: { seconds: 30 } }))
    await registerJobs(runner, [failing])
    const waits: number[] = []
    for (let tries = 0; tries < 8; tries += 1) {
      await runJob(runner, failing, { signal: never })
      const due = (await stateOf(db, await time()))?.dueAt?.getTime() ?? 0
      waits.push((due - (await time()).getTime()) / MINUTE)
      pass(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 600, 720])
    expect(await stateOf(db, await time())).toMatchObject({
      failures: 8,
      lastFailure: { failure: { code: 'timedOut', params: { seconds: 30 } } },
    })
    await runJob(runner, aJob(), { signal: never })
    expect(await stateOf(db, await time())).toMatchObject({
      failures: 0,
      lastSuccess: { report: { done: 1 } },
    })
  }))

test('one that throws is logged once and written down without its words', () =>
  withDatabase(async (db) => {
    const { time } = aClock()
    const logged: unknown[] = []
    const log = { ...quiet, error: (...told: unknown[]) => logged.push(told) }
    const runner = runnerOn(db, time, { log: log as unknown as JobRunner['log'] })
    const broken = aJob(async () => {
      throw new Error('secret')
    })
    await registerJobs(runner, [broken])
    await runJob(runner, broken, { signal: never })
    expect((await stateOf(db, await time()))?.lastFailure?.failure).toEqual({ code: 'unexpected' })
    expect(logged).toHaveLength(1)
  }))

test('what a person asks for is done at once, and has no time of its own', () =>
  withDatabase(async (db) => {
    const { time } = aClock()
    const runner = runnerOn(db, time)
    await registerJob(db, 'import-doffin', null)
    expect(await runJob(runner, aJob(), { signal: never })).toEqual(fail({ kind: 'notFree' }))
    expect(await runJob(runner, aJob(), { signal: never, early: true })).toMatchObject({ ok: true })
    expect(await stateOf(db, await time())).toMatchObject({
      dueAt: null,
      lastSuccess: { report: { done: 1 } },
    })
  }))

test('when the program stops, the job is told, lets go of its lease, and is due as before', () =>
  withDatabase(async (db) => {
    const { time } = aClock()
    const started = Promise.withResolvers<void>()
    const patient = aJob((signal) => {
      started.resolve()
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve(fail({ code: 'cancelled' }))),
      )
    })
    const running = startJobs(runnerOn(db, time), [patient])
    await started.promise
    await running.stop()
    expect(await stateOf(db, await time())).toMatchObject({
      runningSince: null,
      failures: 0,
      lastFailure: null,
    })
    expect(await runJob(runnerOn(db, time), aJob(), { signal: never })).toMatchObject({ ok: true })
  }))

test('half past nine is half past nine in Oslo, in summer and in winter', () => {
  expect(nextDaily('09:30', new Date('2026-10-24T12:00:00Z'))).toEqual(new Date('2026-10-25T08:30:00Z'))
  expect(nextDaily('09:30', new Date('2026-10-24T05:00:00Z'))).toEqual(new Date('2026-10-24T07:30:00Z'))
})

test('a job that takes long keeps no other waiting', () =>
  withDatabase(async (db) => {
    const { time } = aClock()
    const done = Promise.withResolvers<void>()
    const long = aJob((signal) => new Promise((end) => signal.addEventListener('abort', () => end(ok(null)))))
    const short: Job = {
      ...aJob(async () => {
        done.resolve()
        return ok(null)
      }),
      name: 'import-ted',
    }
    const running = startJobs(runnerOn(db, time), [long, short])
    await done.promise
    await running.stop()
  }))
