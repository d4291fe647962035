import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Money, Notice } from '#src/modules/notices/notice.ts'
import { readNotice } from '#src/modules/notices/read-notice.ts'
import { checkRelease } from './check-release.ts'
import { namedNotices } from './named-notices.ts'
import type { OcdsRelease } from './release.ts'
import { OCID_PREFIX, toRelease } from './to-release.ts'

const EFORMS = new URL('../eforms/golden/', import.meta.url)
const OCDS = new URL('golden/', import.meta.url)

function golden(folder: URL, name: string, file: string): Notice {
  const read = readNotice(readFileSync(new URL(`${name}/${file}`, folder)))
  if (!read.ok) throw new Error(`${name} cannot be read`)
  return read.value
}

const all: readonly (readonly [name: string, notice: Notice])[] = [
  ...readdirSync(EFORMS).map((name) => [name, golden(EFORMS, name, 'notice.xml')] as const),
  ...readdirSync(OCDS).map((name) => [name, golden(OCDS, name, 'release.json')] as const),
]

function release({ contacts: _, ...notice }: Notice): OcdsRelease {
  const id = notice.noticeId ? `${notice.noticeId}-${notice.version}` : 'sha256-0123456789abcdef'
  return toRelease({ ...notice, id, chain: notice.noticeId ?? id, listedOn: '2026-11-01' })
}

test.each(all)('«%s» becomes a release that keeps the rules of OCDS, without persons', (_, notice) => {
  const written = release(notice)
  expect(checkRelease(written)).toEqual([])
  for (const { name, email } of notice.contacts) {
    if (name) expect(JSON.stringify(written)).not.toContain(name)
    if (email) expect(JSON.stringify(written)).not.toContain(email)
  }
})

test.each(all)('what is read from the release of «%s» is the same procurement', (_, notice) => {
  const read = readNotice(new TextEncoder().encode(JSON.stringify(release(notice))))
  if (!read.ok) throw new Error(read.failure.map((one) => one.code).join())
  const money = (value: Money | null) => value && [Number(value.amount), value.currency]
  const winnersOf = (one: Notice) =>
    [...one.lots, ...one.resultsWithoutLot].flatMap(({ winners }) =>
      winners.map(({ name, organisationNumber, value }) => [name, organisationNumber, money(value)]),
    )
  const lotsOf = ({ lots, parts }: Notice) =>
    [...lots, ...parts].map(({ id, value, framework, deadlines }) => [
      id,
      money(value),
      framework === 'none' ? null : framework,
      deadlines.tenders,
    ])
  const same = (one: Notice) => ({
    title: one.title,
    language: one.language,
    buyers: one.buyers
      .map(({ name, organisationNumber, lead, legalType }) =>
        [name, organisationNumber, lead, legalType].join(),
      )
      .toSorted(),
    cpv: one.cpv.toSorted(),
    declared: Object.values(one.innovation.declared).flat().length > 0,
    // What has no lots is read as one.
    lots: lotsOf(notice).length > 0 ? lotsOf(one) : null,
    winners: winnersOf(one),
  })
  expect(same(read.value)).toEqual(same(notice))
})

test('the release of an eForms notice names it, so that it is not taken for another when it comes back', () => {
  const notice = golden(EFORMS, 'competition-with-lots', 'notice.xml')
  const written = release(notice)
  expect(written.ocid).toBe(`${OCID_PREFIX}-${notice.procedureId}`)
  expect(namedNotices({ ...written })).toContain(`${notice.noticeId}-${notice.version}`)
})

test('declared innovation is a goal of sustainability, lot by lot', () => {
  const lots = release(golden(EFORMS, 'competition-with-lots', 'notice.xml')).tender.lots
  expect(JSON.stringify(lots)).toContain('economic.innovativePurchase')
})

test('whatever is taken out of a release or put in its place, the check finds it', () => {
  const written = release(golden(EFORMS, 'result-with-winners', 'notice.xml'))
  const broken = (change: (release: Record<string, unknown>) => void) => {
    const copy = structuredClone(written) as unknown as Record<string, unknown>
    change(copy)
    return checkRelease(copy).map((one) => one.path)
  }
  for (const field of ['ocid', 'id', 'date', 'tag', 'initiationType'])
    expect(broken((one) => delete one[field])).toContain(field)
  expect(broken((one) => Object.assign(one, { tag: ['result'] }))).toEqual(['tag[0]'])
  expect(broken((one) => Object.assign(one, { date: '2026-01-01' }))).toEqual(['date'])
  expect(broken((one) => Object.assign(one, { contacts: [] }))).toEqual(['contacts'])
  expect(broken((one) => Object.assign(one, { parties: [] }))).toContain('parties')
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(written)),
      fc.constantFrom(null, 0, '', [], {}, [null]),
      (field, value) => {
        expect(broken((one) => Object.assign(one, { [field]: value }))).not.toEqual([])
      },
    ),
  )
})
