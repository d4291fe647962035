import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { type FakeS3, startFakeS3 } from '#src/testing/fake-s3.ts'
import { virtualTime } from '#src/testing/virtual-time.ts'
import { hashOf } from './files.ts'
import { S3_MANNERS, s3Client } from './s3-client.ts'
import { s3Shelf } from './s3-shelf.ts'
import { type Shelf, ShelfTrouble } from './shelf.ts'

const QUICK = { ...S3_MANNERS, answerMs: 300, pieceMs: 200 }
const bytes = randomBytes(700_000)
const sha256 = hashOf(bytes)

type Visit = { readonly fake: FakeS3; readonly shelf: Shelf; readonly waits: readonly number[] }

async function withS3(
  work: (visit: Visit) => Promise<void>,
  changes: Partial<Record<'accessKeyId' | 'secretAccessKey' | 'region' | 'bucket', string>> = {},
): Promise<void> {
  const fake = await startFakeS3()
  const { timing, waits } = virtualTime()
  const settings = {
    ...fake.key,
    region: fake.key.region ?? '',
    endpoint: fake.endpoint,
    bucket: fake.bucket,
    ...changes,
  }
  try {
    const client = s3Client(settings, { fetch: globalThis.fetch, timing }, QUICK)
    await work({ fake, shelf: s3Shelf(client), waits })
  } finally {
    await fake.close()
  }
}

async function read(shelf: Shelf): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  const pieces = await shelf.get(sha256)
  if (!pieces) return null
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

async function whyNot(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof ShelfTrouble ? error.failure : error
}

const PASSING = ['500', 'SlowDown', 'hangs up', 'never answers'] as const

test.each(PASSING)('%s passes: the next try succeeds, after a wait that grows', (does) =>
  withS3(async ({ fake, shelf, waits }) => {
    fake.rules.push({ does, to: 'PUT', times: 2 }, { does, to: 'GET', times: 1 })
    await shelf.put({ sha256, bytes })
    expect(waits).toEqual([375, 750])
    expect((await read(shelf))?.equals(bytes)).toBe(true)
    expect(fake.asked.map((one) => one.slice(0, 3))).toEqual(['PUT', 'PUT', 'PUT', 'GET', 'GET'])
  }),
)

test.each([
  ['500', { kind: 'unavailable', reason: 'InternalError' }, 4],
  ['SlowDown', { kind: 'unavailable', reason: 'SlowDown' }, 4],
  ['hangs up', { kind: 'unavailable', reason: 'UND_ERR_SOCKET' }, 4],
  ['never answers', { kind: 'unavailable', reason: 'timedOut' }, 4],
  ['403', { kind: 'unavailable', reason: 'AccessDenied' }, 1],
  ['redirect elsewhere', { kind: 'unavailable', reason: 'status 307' }, 1],
  ['HTML instead', { kind: 'unavailable', reason: 'status 404' }, 1],
  ['full', { kind: 'full' }, 1],
] as const)('%s for ever is told with its reason, and nothing is acknowledged', (does, failure, tries) =>
  withS3(async ({ fake, shelf }) => {
    fake.rules.push({ does, to: 'PUT' })
    expect(await whyNot(shelf.put({ sha256, bytes }))).toEqual(failure)
    expect(fake.asked).toHaveLength(tries)
    expect(fake.objects.size).toBe(0)
  }),
)

test.each(['cut body', 'slow drip'] as const)('%s: the rest is asked for from where it stopped', (does) =>
  withS3(async ({ fake, shelf }) => {
    await shelf.put({ sha256, bytes })
    fake.rules.push({ does, to: 'GET', times: 2 })
    expect((await read(shelf))?.equals(bytes)).toBe(true)
    const key = `/spydspiss/files/${sha256}`
    expect(fake.asked.slice(1)).toEqual([`GET ${key}`, `GET ${key} from 350000`, `GET ${key} from 525000`])
  }),
)

test('a body that is cut off every time is given up', () =>
  withS3(async ({ fake, shelf }) => {
    await shelf.put({ sha256, bytes })
    fake.rules.push({ does: 'cut body', to: 'GET' })
    expect(await whyNot(read(shelf))).toMatchObject({ kind: 'unavailable' })
    expect(fake.asked.filter((one) => one.startsWith('GET'))).toHaveLength(4)
  }))

test('a key that is missing is nothing there, and a bucket that is missing is trouble', async () => {
  await withS3(async ({ shelf }) => expect(await shelf.get(sha256)).toBeNull())
  const other = { bucket: 'another' }
  await withS3(
    async ({ shelf }) =>
      expect(await whyNot(shelf.get(sha256))).toEqual({ kind: 'unavailable', reason: 'NoSuchBucket' }),
    other,
  )
})

test.each([
  [{ secretAccessKey: 'wrong' }, 'SignatureDoesNotMatch'],
  [{ accessKeyId: 'AKIAOTHER' }, 'InvalidAccessKeyId'],
  [{ region: 'us-east-1' }, 'AuthorizationHeaderMalformed'],
] as const)('with %o the server refuses, and is asked once', (changes, reason) =>
  withS3(async ({ fake, shelf }) => {
    expect(await whyNot(shelf.put({ sha256, bytes }))).toEqual({ kind: 'unavailable', reason })
    expect(fake.asked).toHaveLength(1)
  }, changes),
)

test('when the clocks differ, the clock of the server is gone by from then on', () =>
  withS3(async ({ fake, shelf }) => {
    fake.skewMs = 20 * 60_000
    await shelf.put({ sha256, bytes })
    expect(fake.asked).toHaveLength(2)
    expect((await read(shelf))?.equals(bytes)).toBe(true)
    expect(fake.asked, 'the next one is right at once').toHaveLength(3)
  }))

test('bytes that were changed on the way are refused by the server', () =>
  withS3(async ({ fake }) => {
    const { timing } = virtualTime()
    const spoil: typeof fetch = (url, init) =>
      fetch(url, { ...init, ...(init?.body && { body: new Uint8Array(bytes).fill(0) }) })
    const settings = {
      ...fake.key,
      region: fake.key.region ?? '',
      endpoint: fake.endpoint,
      bucket: fake.bucket,
    }
    const shelf = s3Shelf(s3Client(settings, { fetch: spoil, timing }, QUICK))
    expect(await whyNot(shelf.put({ sha256, bytes }))).toEqual({
      kind: 'unavailable',
      reason: 'XAmzContentSHA256Mismatch',
    })
    expect(fake.objects.size).toBe(0)
  }))

test('a list of several answers is read to its end, also when one of them has to be asked for again', () =>
  withS3(async ({ fake, shelf }) => {
    const names = Array.from({ length: 5 }, (_, at) => hashOf(Buffer.from([at])))
    for (const name of names) fake.objects.set(`files/${name}`, new Uint8Array(3))
    fake.objects.set('files/not ours.txt', new Uint8Array(1))
    fake.objects.set('elsewhere', new Uint8Array(1))
    fake.rules.push({ does: 'SlowDown', to: 'GET', times: 1 })
    const found: string[] = []
    for await (const { sha256: name } of shelf.list()) found.push(name)
    expect(found.toSorted()).toEqual(names.toSorted())
  }))
