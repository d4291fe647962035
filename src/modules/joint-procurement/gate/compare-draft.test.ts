import { expect, test } from 'vitest'
import { readNotice } from '#src/modules/notices/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { draftNoticeXml } from '#src/testing/draft-notice.ts'
import { aReadyGate, gateOf } from '#src/testing/gate.ts'
import { compareDraft } from './compare-draft.ts'
import { findingsOf } from './draft-findings.ts'

type Draft = Parameters<typeof draftNoticeXml>[0]

const BODO = { name: 'Bodø kommune', number: '972418013', lead: true }
const ROYRVIK = { name: 'Røyrvik kommune', number: '964 982 120' }
const GRONG = { name: 'Grong kommune', number: '940010853' }

async function found(db: Database, draft: Draft) {
  const read = readNotice(new TextEncoder().encode(draftNoticeXml(draft)))
  if (!read.ok) throw new Error('The draft of the test is no notice')
  return findingsOf(read.value, await readRegister(db))
}

async function codes(db: Database, draft: Draft) {
  const { joint } = await aReadyGate(db)
  const { input } = await gateOf(db, joint)
  const { missing, judge } = compareDraft(input, await found(db, draft))
  return [...missing, ...judge].map(({ code }) => code)
}

test.each<[string, Draft, readonly string[]]>([
  ['everybody there, numbers as people write them', { buyers: [BODO, ROYRVIK] }, []],
  ['Sami name and no number', { buyers: [BODO, { name: 'Raarvihken tjïelte' }] }, ['draft-number-missing']],
  ['somebody missing', { buyers: [BODO, GRONG] }, ['draft-missing-buyer', 'draft-extra-buyer']],
  ['somebody too many', { buyers: [BODO, ROYRVIK, GRONG] }, ['draft-extra-buyer']],
  ['the host alone', { buyers: [BODO] }, ['draft-host-alone', 'draft-missing-buyer']],
  ['no lead', { buyers: [{ ...BODO, lead: false }, ROYRVIK] }, ['draft-lead-none']],
  ['two leads', { buyers: [BODO, { ...ROYRVIK, lead: true }] }, ['draft-lead-several']],
  [
    'another lead',
    {
      buyers: [
        { ...BODO, lead: false },
        { ...ROYRVIK, lead: true },
      ],
    },
    ['draft-lead-other'],
  ],
  ['the same twice', { buyers: [BODO, ROYRVIK, ROYRVIK] }, ['draft-twice']],
  [
    'a number of somebody else',
    { buyers: [BODO, { ...ROYRVIK, number: '974760673' }] },
    ['draft-number-other'],
  ],
  ['a framework without a maximum', { buyers: [BODO, ROYRVIK], maximum: null }, ['draft-maximum-missing']],
  ['another maximum', { buyers: [BODO, ROYRVIK], maximum: 9_000_000 }, ['draft-maximum-other']],
  ['another estimate', { buyers: [BODO, ROYRVIK], estimate: 7_999_999 }, ['draft-estimate-other']],
  ['categories', { buyers: [BODO, ROYRVIK], categories: 'Andre kommuner i Trøndelag' }, ['draft-categories']],
])('a draft with %s', (_, draft, expected) =>
  withCatalogue(async (db) => {
    expect(await codes(db, draft)).toEqual(expected)
  }),
)

test('a notice that lists hundreds is cut, and it is told how many there were', () =>
  withCatalogue(async (db) => {
    const many = Array.from({ length: 400 }, (_, place) => ({ name: `Kommune ${place} ${'x'.repeat(900)}` }))
    const { buyers, buyersInAll } = await found(db, { buyers: many })
    expect([buyers.length, buyersInAll, Math.max(...buyers.map(({ name }) => name.length))]).toEqual([
      300, 400, 400,
    ])
  }))
