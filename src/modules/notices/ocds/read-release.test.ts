import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNotice } from '#src/modules/notices/read-notice.ts'
import { noticesInBytes } from '#src/modules/notices/sources/contents.ts'
import { namedNotices } from './named-notices.ts'
import { releaseWithoutPersons } from './without-persons.ts'

const golden = (name: string) => readFileSync(new URL(`golden/${name}/release.json`, import.meta.url), 'utf8')
const tender = golden('tender-with-lots')
const award = golden('award-with-suppliers')
const compiled = golden('compiled-record')
const bytes = (text: string) => new TextEncoder().encode(text)

async function told(content: string | Uint8Array): Promise<string[]> {
  const found: string[] = []
  for await (const item of noticesInBytes('f', typeof content === 'string' ? bytes(content) : content)) {
    if (!('bytes' in item))
      found.push('problems' in item ? item.problems.map((one) => one.code).join() : 'skipped')
    else {
      const read = readNotice(item.bytes)
      found.push(
        read.ok ? (read.value.release?.releaseId ?? 'notice') : read.failure.map((one) => one.code).join(),
      )
    }
  }
  return found
}

const oneLine = (json: string) => JSON.stringify(JSON.parse(json))
const envelope = { uri: 'https://data.example.no/1', version: '1.1', publisher: { name: 'Eksempel [{' } }

test('a release, a package, a record package, a list and JSON Lines all give their releases', async () => {
  const both = ['41-tender-1', '41-award-1']
  const [one, two, three] = [tender, award, compiled].map((text): unknown => JSON.parse(text))
  expect(await told(tender)).toEqual(['41-tender-1'])
  expect(await told(JSON.stringify({ ...envelope, releases: [one, two] }, null, 2))).toEqual(both)
  expect(
    await told(JSON.stringify({ releases: [one, two], ...envelope, extensions: [{ releases: [] }] })),
  ).toEqual(both)
  expect(await told(JSON.stringify([one, two]))).toEqual(both)
  expect(await told(`${oneLine(tender)}\n\n${oneLine(award)}\n`)).toEqual(both)
  expect(await told(`${JSON.stringify(one, null, 1)}\n${JSON.stringify(two, null, 1)}`)).toEqual(both)
  const record = { ocid: 'ocds-exampl-2026-41', releases: [one, two], compiledRelease: { ocid: 'x' } }
  expect(await told(JSON.stringify({ ...envelope, records: [record, three] }))).toEqual([
    ...both,
    'ocds-exampl-12-2025-05-05T10:00:00Z',
  ])
  expect(
    await told(`${oneLine(compiled)}\n${JSON.stringify(record)}\n${JSON.stringify({ releases: [two] })}`),
  ).toEqual(['ocds-exampl-12-2025-05-05T10:00:00Z', ...both, '41-award-1'])
})

test('each release keeps the bytes it was written in', async () => {
  const written =
    '{"version":"1.1","releases": [ {"ocid":"a", "id" : "1",\n  "tag":["tender"], "x":"]}\\"["} ,{"ocid":"a","id":"2","tag":[]}]}'
  const items: string[] = []
  for await (const item of noticesInBytes('f', bytes(written)))
    if ('bytes' in item) items.push(new TextDecoder().decode(item.bytes))
  expect(items).toEqual([
    '{"ocid":"a", "id" : "1",\n  "tag":["tender"], "x":"]}\\"["}',
    '{"ocid":"a","id":"2","tag":[]}',
  ])
})

test('a byte order mark, raw control characters and other encodings are read, with a remark', () => {
  const codes = (content: Uint8Array) => {
    const read = readNotice(content)
    return read.ok ? read.value.remarks.map((one) => one.code) : read.failure
  }
  const plain = oneLine(tender)
  expect(codes(bytes(plain))).toEqual(['contactDetailsTakenOut'])
  expect(codes(bytes(`\ufeff${plain}`))).toContain('byteOrderMark')
  expect(codes(bytes(plain.replace('\\n', '\n').replace('fall', 'f\u0007all')))).toContain(
    'controlCharacters',
  )
  expect(codes(Buffer.from(plain, 'latin1'))).toContain('encodingNotAsDeclared')
})

test('UTF-16 and a mark before many releases are taken', async () => {
  const lines = `${oneLine(tender)}\n${oneLine(award)}\n`
  expect(await told(Buffer.from(`\ufeff${lines}`, 'utf16le'))).toEqual(['41-tender-1', '41-award-1'])
  expect(await told(`\ufeff${lines}`)).toEqual(['41-tender-1', '41-award-1'])
})

test('what is no release is refused with a reason, and the others are read', async () => {
  const good = oneLine(tender)
  expect(await told('{}')).toEqual(['notOcds'])
  expect(await told('[1, "a"]')).toEqual(['packageEmpty'])
  expect(await told('{"releases": []}')).toEqual(['packageEmpty'])
  expect(await told('{"a": [1,')).toEqual(['cutOff'])
  expect(await told('{"a" 1}')).toEqual(['jsonNotWellFormed'])
  expect(await told(`${good}\n<xml/>`)).toEqual(['41-tender-1', 'jsonNotWellFormed'])
  expect(await told('{"id":"1","tag":["tender"],"tender":{}}')).toEqual(['ocidMissing'])
  expect(await told('{"ocid":"a","releases":[{"url":"https://a.no"}]}')).toEqual(['releaseOnlyLinked'])
  expect(await told(`${'['.repeat(500)}`)).toEqual(['tooDeep', 'cutOff'])
  expect(
    await told(`{"releases":[${good},{"ocid":"a","tag":[],"x":${'['.repeat(99)}${']'.repeat(99)}},${good}]}`),
  ).toEqual(['41-tender-1', 'tooDeep', '41-tender-1'])
  expect(readNotice(bytes('{"releases":[{}]}'))).toEqual({ ok: false, failure: [{ code: 'isPackage' }] })
})

test('of JSON Lines a damaged line is lost, and no other', async () => {
  const good = oneLine(tender)
  expect(await told(`${good.slice(0, 40)}\n${good}\n${good.slice(0, -9)}\nrusk\n${good}`)).toEqual([
    'cutOff',
    '41-tender-1',
    'cutOff',
    'jsonNotWellFormed',
    '41-tender-1',
  ])
})

test('the notice a release is made from is known by number, address and notice id, and others are not taken for it', () => {
  const uuid = '5F1c3f6e-2c0a-4b61-9f5e-0d8f3c5d7a11'
  const names = (release: object) => namedNotices({ tag: ['tender'], ...release })
  const document = (documentType: string, url: string) => ({
    tender: { documents: [{ id: 'x', documentType, url }] },
  })
  expect(names({ id: `${uuid}-02` })).toEqual([`${uuid.toLowerCase()}-02`])
  expect(names({ id: 'ted-00123456-2026' })).toEqual(['123456-2026', '00123456-2026'])
  expect(names(document('tenderNotice', 'https://ted.europa.eu/en/notice/-/detail/9876-2026'))).toEqual([
    '9876-2026',
    '00009876-2026',
  ])
  expect(names(document('tenderNotice', 'https://www.doffin.no/notices/2026-104567'))).toEqual([
    '2026-104567',
  ])
  expect(
    names({
      tender: {
        identifiers: [
          { scheme: 'TED', id: '1-2026' },
          { scheme: 'internal', id: '2-2026' },
        ],
      },
    }),
  ).toEqual(['1-2026', '00000001-2026'])
  expect(names({ relatedProcesses: [{ scheme: 'doffin', identifier: '2026-104567' }] })).toEqual([
    '2026-104567',
  ])
  expect(
    names({ relatedProcesses: [{ scheme: 'doffin', identifier: '2026-104567', relationship: ['prior'] }] }),
  ).toEqual([])
  expect(names({ id: '2026-104567', ocid: '1-2026' })).toEqual([])
  expect(names(document('biddingDocuments', 'https://ted.europa.eu.example.no/9876-2026'))).toEqual([])
  expect(names(document('awardNotice', 'https://ted.europa.eu/en/notice/-/detail/9876-2026'))).toEqual([])
})

test('the public form of a release has no contact persons, and everything else', () => {
  const open = new TextDecoder().decode(releaseWithoutPersons(bytes(tender)) ?? new Uint8Array())
  expect(open).not.toMatch(/Nordmann|@|56 55 56/)
  expect(JSON.parse(open)).toMatchObject({
    ocid: 'ocds-exampl-2026-41',
    tender: { lots: [{ id: 'LOT-0001' }, {}] },
  })
  const withNumbers = '{"ocid":"a","tag":[],"n":[1,-2.5,true,null,"é"]}'
  expect(
    JSON.parse(new TextDecoder().decode(releaseWithoutPersons(bytes(withNumbers)) ?? new Uint8Array())),
  ).toEqual(JSON.parse(withNumbers))
})

test('whatever stands in a release, it is read or refused, and stays within what can be stored', () => {
  const release = JSON.parse(tender) as Record<string, unknown>
  const paths = pathsOf(release)
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.jsonValue(),
      fc.constantFrom(tender, award),
      (path, value, text) => {
        const mutated = structuredClone(JSON.parse(text)) as Record<string, unknown>
        put(mutated, path, value)
        const read = readNotice(bytes(JSON.stringify(mutated)))
        if (!read.ok) {
          expect(read.failure.length).toBeGreaterThan(0)
          return
        }
        expect(read.value.version).not.toBe('')
        expect(read.value.value?.currency ?? 'NOK').toMatch(/^[A-Z]{3}$/)
        expect(JSON.stringify(read.value)).not.toMatch(/\\ud[89a-f]/i)
      },
    ),
    { numRuns: 3000 },
  )
})

test('however a file of releases is damaged, something is told and nothing thrown', async () => {
  const file = bytes(JSON.stringify({ ...envelope, releases: [JSON.parse(tender), JSON.parse(award)] }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 5 }),
      fc.nat(),
      async (changes, cut) => {
        const damaged = Uint8Array.from(file)
        for (const [at, byte] of changes) damaged[at % damaged.length] = byte
        expect(
          (await told(cut % 2 ? damaged : damaged.subarray(0, cut % damaged.length))).length,
        ).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500 },
  )
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key])),
  ]
}

function put(into: Record<string, unknown>, path: Path, value: unknown): void {
  const [key, ...rest] = path
  if (key === undefined) return
  const next = into[String(key)]
  if (rest.length === 0 || typeof next !== 'object' || next === null) into[String(key)] = value
  else put(next as Record<string, unknown>, rest, value)
}
