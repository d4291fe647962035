import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase } from '#src/modules/catalogue/index.ts'
import { comingContractEnds, importNotices } from '#src/modules/notices/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { NeedId } from './contract.ts'
import { type NeedBeginning, startNeed } from './index.ts'

const RESULT = 'src/modules/notices/eforms/golden/result-with-winners/notice.xml'
const now = () => new Date('2026-11-22T09:00:00Z')

async function starter(db: Database, kommunenummer: string) {
  const organisation = await municipalityId(db, kommunenummer)
  const actor = await aPerson(db, { organisation, roles: ['contributor'] })
  return (from: NeedBeginning) =>
    startNeed({ db, now }, actor, { id: NeedId.parse(newId()), organisation, from })
}

test('from a case it has who it is for and what shall be different, and nothing of who delivered it', () =>
  withCatalogue(async (db) => {
    const id = CaseId.parse('case-016')
    const found = await findCase(db, id)
    if (found?.status !== 'found') throw new Error('case-016 is there')
    const { identity, who, need } = found.case.content
    const start = await starter(db, '5043')
    const started = await start({ kind: 'case', id })
    if (!started.ok) throw new Error(started.failure.kind)
    const { content, notice } = started.value
    expect(content).toMatchObject({
      title: identity.title,
      forWhom: need?.forWhom ?? '',
      outcome: need?.outcome ?? need?.text ?? '',
      costToday: '',
      volume: null,
    })
    expect(content.themes).toEqual(identity.themes.slice(0, 3))
    expect(notice).toBeNull()
    for (const { name } of who.suppliers) expect(JSON.stringify(content)).not.toContain(name)
    expect(await start({ kind: 'case', id: CaseId.parse('case-9999') })).toMatchObject({
      failure: { kind: 'caseNotFound' },
    })
  }))

test('from a contract that ends it has its codes, the day it ends, and remembers which it was', () =>
  withCatalogue(async (db) => {
    await importNotices({ db, now }, resultNotice())
    const [end] = await comingContractEnds(db, { kommunenumre: ['5001'], from: '2026-11-01' })
    if (!end) throw new Error('The notice of the test has a contract that ends')
    const start = await starter(db, '5001')
    expect(await start({ kind: 'notice', notice: end.notice, lot: end.lot })).toMatchObject({
      value: {
        notice: end.notice,
        lot: end.lot,
        content: {
          title: 'Søk',
          cpv: end.cpv,
          contractEndsOn: end.endsOn,
          until: end.endsOn,
          firmness: null,
        },
      },
    })
    expect(await start({ kind: 'notice', notice: end.notice, lot: 'LOT-0999' })).toMatchObject({
      failure: { kind: 'noticeNotFound' },
    })
    const startElsewhere = await starter(db, '5043')
    expect(
      await startElsewhere({ kind: 'notice', notice: end.notice, lot: end.lot }),
      'the contract of another is not one’s own',
    ).toMatchObject({ value: { content: { cpv: end.cpv, until: end.endsOn, contractEndsOn: null } } })
  }))

async function* resultNotice() {
  yield { name: 'notice.xml', bytes: new Uint8Array(readFileSync(RESULT)) }
}
