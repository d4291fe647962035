import { expect, test } from 'vitest'
import { type Misbehaviour, startMisbehavingServer } from '#src/testing/misbehaving-server.ts'
import { virtualTime } from '#src/testing/virtual-time.ts'
import { type ClientManners, createHttpClient } from './index.ts'
import { createPace } from './pace.ts'
import { backoffMs, retryAfterMs } from './wait.ts'

const manners: ClientManners = {
  limits: { answerMs: 300, wholeMs: 500, maxBytes: 200_000 },
  pace: { everyMs: 1_000, burst: 50 },
  tries: 3,
  backoff: { firstMs: 2_000, longestMs: 60_000 },
  longestWaitMs: 600_000,
}

async function ask(does: Misbehaviour | null, { times = 99, changes = {} as Partial<ClientManners> } = {}) {
  const { timing, waits } = virtualTime()
  const rules = does ? [{ does, to: '/', times }] : []
  const server = await startMisbehavingServer(() => ({ type: 'text/plain', body: 'all of it' }), rules)
  try {
    const client = createHttpClient({ ...manners, ...changes }, { fetch: globalThis.fetch, timing })
    const answer = await client({ url: `${server.url}/thing` })
    const said = answer.ok ? new TextDecoder().decode(answer.value.bytes) : answer.failure
    return { said, waits, asked: server.asked.length }
  } finally {
    await server.close()
  }
}

test('a whole answer is given at once', async () => {
  expect(await ask(null)).toEqual({ said: 'all of it', waits: [], asked: 1 })
})

test.each([
  '500',
  'empty 202',
  'cut body',
  'hangs up',
  'never answers',
  'slow drip',
  '429 without retry-after',
] as const)('%s passes: the next try gives the answer, after a wait', async (does) => {
  expect(await ask(does, { times: 1 })).toEqual({ said: 'all of it', waits: [1_500], asked: 2 })
})

test('after the last try the failure says what was wrong, and waits have grown', async () => {
  expect(await ask('500')).toEqual({
    said: { kind: 'status', status: 500, retryAfterMs: null },
    waits: [1_500, 3_000],
    asked: 3,
  })
  expect((await ask('empty 202')).said).toEqual({ kind: 'emptyAnswer', status: 202 })
  expect((await ask('cut body')).said).toEqual({ kind: 'cutOff' })
})

test('an answer that drips is given up when the whole of it takes too long', async () => {
  const started = performance.now()
  const { said } = await ask('slow drip', { changes: { tries: 1 } })
  expect(said).toEqual({ kind: 'timedOut', seconds: 1 })
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('retry-after is heeded, in seconds and as a date, when it is longer than our own wait', async () => {
  expect((await ask('429 with seconds', { times: 1 })).waits).toEqual([4_000])
  const [wait = 0] = (await ask('429 with a date', { times: 1 })).waits
  expect(wait).toBeGreaterThan(4_000)
  expect(wait).toBeLessThan(7_001)
})

test('one who asks for a longer wait than ours is not asked again, and the caller is told how long', async () => {
  const { said, asked } = await ask('429 with seconds', { changes: { longestWaitMs: 3_000 } })
  expect(said).toEqual({ kind: 'status', status: 429, retryAfterMs: 4_000 })
  expect(asked).toBe(1)
})

test.each(['400', '401', '404', '410'] as const)('%s will not pass, and is asked once', async (does) => {
  expect(await ask(does)).toMatchObject({ said: { kind: 'status', status: Number(does) }, asked: 1 })
})

test('what is larger than the limit is left with the server', async () => {
  expect(await ask('endless body')).toMatchObject({ said: { kind: 'tooLarge' }, asked: 1 })
})

test('a redirect to another server is not followed, since the headers may hold a key', async () => {
  expect(await ask('redirect elsewhere')).toMatchObject({ said: { kind: 'status', status: 302 }, asked: 1 })
})

test('nobody there is told by the code of the system', async () => {
  const { timing } = virtualTime()
  const client = createHttpClient(manners, { fetch: globalThis.fetch, timing })
  const answer = await client({ url: 'http://127.0.0.1:1/' })
  expect(answer).toEqual({ ok: false, failure: { kind: 'unreachable', reason: expect.any(String) } })
})

test('one who gives up has an answer at once, also in the middle of a wait', async () => {
  const { timing } = virtualTime()
  const stop = new AbortController()
  const sleep = async () => stop.abort()
  const server = await startMisbehavingServer(
    () => ({ type: 'text/plain', body: 'x' }),
    [{ does: '500', to: '/' }],
  )
  const client = createHttpClient(manners, { fetch: globalThis.fetch, timing: { ...timing, sleep } })
  expect(await client({ url: server.url, signal: stop.signal })).toEqual({
    ok: false,
    failure: { kind: 'cancelled' },
  })
  expect(server.asked).toHaveLength(1)
  await server.close()
})

test('so many at once and then one at a time, and all wait when one is turned away', async () => {
  const { timing, waits } = virtualTime()
  const pace = createPace({ everyMs: 1_000, burst: 3 }, timing)
  for (let turn = 0; turn < 5; turn += 1) await pace.turn()
  expect(waits).toEqual([1_000, 1_000])
  pace.pause(10_000)
  await pace.turn()
  expect(waits.at(-1)).toBe(10_000)
})

test('waits double up to the longest, between half and all of it by chance', () => {
  const backoff = { firstMs: 1_000, longestMs: 5_000 }
  expect([1, 2, 3, 4, 9].map((tries) => backoffMs(tries, backoff, () => 1))).toEqual([
    1_000, 2_000, 4_000, 5_000, 5_000,
  ])
  expect(backoffMs(3, backoff, () => 0)).toBe(2_000)
})

test('retry-after that says nothing is no wish', () => {
  const now = Date.parse('2026-10-01T00:00:00Z')
  expect(
    ['12', 'Thu, 01 Oct 2026 00:01:00 GMT', 'Wed, 30 Sep 2026 00:00:00 GMT', 'soon', '-5', '', null].map(
      (text) => retryAfterMs(text, now),
    ),
  ).toEqual([12_000, 60_000, 0, null, null, null, null])
})
