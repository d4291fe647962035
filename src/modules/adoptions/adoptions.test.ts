import { expect, test } from 'vitest'
import { findCase, reviseCase } from '#src/modules/catalogue/index.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import { publishDraft, readDraft, rowsAt, submitDraft, textAt } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { ALARMS, aCase, anAdoption, stepped, typedToTake } from '#src/testing/adoptions.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId, written } from '#src/testing/sharing.ts'
import { AdoptionId, StepForm, TakeIntoUseForm } from './contract.ts'
import { adoptersOf, readAdoption, readSpread, takeIntoUse, takeStep } from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

async function people(db: Database) {
  const bodo = await municipalityId(db, '1804')
  const royrvik = await municipalityId(db, '5043')
  const firm = await ensureOrganisation(db, { name: 'Alarm AS', organisasjonsnummer: null, kind: 'supplier' })
  return {
    royrvik,
    chief: await aPerson(db, { organisation: bodo, roles: ['coordinator'] }),
    ingrid: await aPerson(db, { organisation: royrvik, roles: ['coordinator'] }),
    reader: await aPerson(db, { organisation: royrvik, roles: ['reader'] }),
    firm: await aPerson(db, { organisation: firm, roles: ['supplier', 'contributor'] }),
    curator: await aPerson(db, { roles: ['curator'] }),
  }
}

test('a copy has the need, what was asked for and hypotheses, and nothing of the supplier or the contract', () =>
  withCatalogue(async (db) => {
    const { chief, ingrid } = await people(db)
    const caseId = await aCase({ db, now }, chief)
    const typed = { volumeThere: '400', volumeHere: '100', differences: 'Vi kjøper sammen med naboen' }
    const { draft, steps, status } = await anAdoption({ db, now }, ingrid, { caseId, typed })

    expect(status).toBe('considering')
    expect(steps.map(({ on }) => on.toString())).toEqual(['2026-11-22'])
    const made = draft && (await readDraft(db, ingrid, draft))
    if (!made) throw new Error('There is no draft')
    const { content } = made
    expect(made.origin).toMatchObject({ kind: 'adoption' })
    expect(textAt(content, 'need.text')).toBe('Beboerne våknet av tilsyn')
    expect(textAt(content, 'approach')).toBe('Vi kjøper sammen med naboen')
    const lineage = { case: caseId, version: 1 }
    expect(rowsAt(content, 'requirements')).toMatchObject([{ text: 'Varsel innen ti sekunder' }])
    expect(JSON.stringify(rowsAt(content, 'requirements'))).toContain(JSON.stringify(lineage.case))
    expect(rowsAt(content, 'marketDialogue.questions')).toMatchObject([
      { text: 'Hvordan varsler dere uten nett?' },
    ])
    expect(rowsAt(content, 'competition.criteria')).toMatchObject([{ name: 'Kvalitet' }])
    expect(textAt(content, 'reuse.prerequisites')).toBe('Dekning i hele kommunen')
    const [scaled, share] = rowsAt(content, 'effects')
    expect(scaled).toMatchObject({ grade: 'expected', figure: { value: '0,6', unit: 'mill. kr per år' } })
    expect(String(scaled?.condition)).toContain('2,4 mill. kr per år')
    expect(share?.figure).toBeUndefined()
    expect(rowsAt(content, 'who.parties')).toMatchObject([{ role: 'lead' }])
    const all = JSON.stringify(content)
    for (const theirs of ['Alarm AS', 'Rammeavtale', 'nattevaktene', 'Nettet faller ut', 'Bodø kommune'])
      expect(all).not.toContain(theirs)
  }))

test('one organisation has one way at a time, and may begin again when it has ended', () =>
  withCatalogue(async (db) => {
    const { chief, ingrid, royrvik } = await people(db)
    const caseId = await aCase({ db, now }, chief)
    const first = await anAdoption({ db, now }, ingrid, { caseId })
    const again = () =>
      takeIntoUse({ db, now }, ingrid, { caseId, organisation: royrvik, form: typedToTake() })
    const drafts = await countDrafts(db)
    expect(await again()).toMatchObject({ failure: { kind: 'underWay', adoption: first.id } })
    expect(await countDrafts(db)).toBe(drafts)
    await stepped({ db, now }, ingrid, { id: first.id, status: 'abandoned', reason: 'For dyrt' })
    expect(await again()).toMatchObject({ ok: true })
  }))

test('only those who write for a public body take into use, and nobody for another', () =>
  withCatalogue(async (db) => {
    const { chief, reader, firm, curator, ingrid, royrvik } = await people(db)
    const caseId = await aCase({ db, now }, chief)
    const form = typedToTake()
    for (const who of [reader, curator, chief])
      expect(await takeIntoUse({ db, now }, who, { caseId, organisation: royrvik, form })).toMatchObject({
        failure: { kind: 'notAllowed' },
      })
    expect(
      await takeIntoUse({ db, now }, firm, { caseId, organisation: firm.organisation ?? royrvik, form }),
    ).toMatchObject({ failure: { kind: 'notAllowed' } })
    const own = await aCase({ db, now }, ingrid, {
      who: {
        parties: [{ name: 'Røyrvik', role: 'lead', reference: { kommunenummer: '5043' } }],
        suppliers: [],
        joint: false,
      },
    })
    expect(
      await takeIntoUse({ db, now }, ingrid, { caseId: own, organisation: royrvik, form }),
    ).toMatchObject({
      failure: { kind: 'tookPart' },
    })
  }))

test('who is not in use yet is seen by those it was opened to, and looks to others as if it were not there', () =>
  withCatalogue(async (db) => {
    const { chief, ingrid, reader, firm } = await people(db)
    const seenBy = async (audience: string) => {
      const caseId = await aCase({ db, now }, chief)
      const { id } = await anAdoption({ db, now }, ingrid, { caseId, typed: { audience } })
      const see = async (who: typeof chief | null) => [
        (await readAdoption(db, who, id)) !== null,
        (await adoptersOf(db, who, caseId)).length === 1,
        (await readSpread(db, [caseId], who)).length === 1,
      ]
      const all = await Promise.all([see(ingrid), see(reader), see(chief), see(firm), see(null)])
      for (const answers of all) expect(new Set(answers).size).toBe(1)
      return all.map(([seen]) => seen)
    }
    expect(await seenBy('own')).toEqual([true, true, false, false, false])
    expect(await seenBy('public-employees')).toEqual([true, true, true, false, false])
    expect(await seenBy('all')).toEqual([true, true, true, true, true])
    for (const unknown of ['x', newId()]) expect(await readAdoption(db, ingrid, unknown)).toBeNull()
  }))

test('a step is taken in order, with its day; another organisation is told that there is nothing there', () =>
  withCatalogue(async (db) => {
    const { chief, ingrid, reader } = await people(db)
    const caseId = await aCase({ db, now }, chief)
    const { id } = await anAdoption({ db, now }, ingrid, { caseId, typed: { audience: 'own' } })
    const take = (who: typeof chief, status: StepForm['status'], on = '2026-11-22') =>
      takeStep({ db, now }, who, { id, form: { status, on, reason: '' } })
    expect(await take(chief, 'planning')).toEqual({ ok: false, failure: { kind: 'adoptionNotFound' } })
    expect(await take(reader, 'planning')).toEqual({ ok: false, failure: { kind: 'notAllowed' } })
    expect(await take(ingrid, 'replaced')).toMatchObject({ failure: { kind: 'wrongStatus' } })
    expect(await take(ingrid, 'planning', '2026-11-21')).toMatchObject({ failure: { kind: 'beforeLast' } })
    expect(await take(ingrid, 'planning', '2026-11-23')).toEqual({ ok: false, failure: { kind: 'inFuture' } })
    expect(await take(ingrid, 'procuring')).toMatchObject({ ok: true })
    expect(await take(ingrid, 'in-use')).toMatchObject({ ok: true })
    const seen = await readAdoption(db, null, id)
    expect(seen?.steps.map(({ status }) => status)).toEqual(['considering', 'procuring', 'in-use'])
    expect(seen?.version).toBe(3)
  }))

test('what came of it and who took it from there is told as a way of two steps', () =>
  withCatalogue(async (db) => {
    const { chief, ingrid } = await people(db)
    const third = await aPerson(db, {
      organisation: await municipalityId(db, '4621'),
      roles: ['coordinator'],
    })
    const caseId = await aCase({ db, now }, chief)
    const own = await publishOwn(db, ingrid, caseId)
    await anAdoption({ db, now }, third, { caseId: own, typed: { audience: 'all' } })

    const [tree] = await readSpread(db, [caseId], null)
    expect(tree).toMatchObject({
      case: caseId,
      taken: [{ ownCase: own, further: { case: own, taken: [{ by: third.organisation }] } }],
    })
  }))

test('the copy says which version it was taken from, whatever happens to the original', () =>
  withCatalogue(async (db) => {
    const { chief, ingrid } = await people(db)
    const caseId = await aCase({ db, now }, chief)
    const { id } = await anAdoption({ db, now }, ingrid, { caseId })
    const content = { ...ALARMS, approach: 'Rettet' }
    const from = { id: caseId, from: 1, content, note: 'Rettet', organisation: chief.organisation }
    expect(await reviseCase({ db, now }, chief, from)).toMatchObject({ ok: true })
    expect(await readAdoption(db, ingrid, id)).toMatchObject({ caseId, caseVersion: 1 })
  }))

test('forms take numbers as people write them, and say what is wrong with the rest', () => {
  const take = (typed: Record<string, string>) =>
    TakeIntoUseForm.safeParse({ volumeThere: '', volumeHere: '', differences: '', ...typed })
  expect(take({ volumeThere: '1 200', volumeHere: '3,5' }).data).toMatchObject({
    volumeThere: 1200,
    volumeHere: 3.5,
    audience: 'public-employees',
  })
  const wrong = (typed: Record<string, string>) => take(typed).error?.issues.map(({ message }) => message)
  expect(wrong({ volumeThere: 'mange', volumeHere: '4' })).toEqual(['adoptions.volume.wrong'])
  expect(wrong({ volumeThere: '-1', volumeHere: '0' })).toEqual([
    'adoptions.volume.wrong',
    'adoptions.volume.wrong',
  ])
  expect(wrong({ volumeThere: '4' })).toEqual(['adoptions.volume.both'])
  expect(wrong({ differences: 'x'.repeat(5001) })).toEqual(['adoptions.words.long'])
  const step = StepForm.safeParse({ status: 'abandoned', on: '2026-02-30', reason: ' ' })
  expect(step.error?.issues.map(({ message }) => message)).toContain('adoptions.on.wrong')
  const silent = StepForm.safeParse({ status: 'abandoned', on: '2026-02-28', reason: ' ' })
  expect(silent.error?.issues.map(({ message }) => message)).toEqual(['adoptions.reason.missing'])
  expect(AdoptionId.safeParse('../1').success).toBe(false)
})

async function countDrafts(db: Database): Promise<number> {
  return (await db.selectFrom('case_draft').select('id').execute()).length
}

/** Takes the case into use, writes down how it went, and publishes it. */
async function publishOwn(
  db: Database,
  ingrid: Awaited<ReturnType<typeof people>>['ingrid'],
  caseId: Awaited<ReturnType<typeof aCase>>,
) {
  const { draft } = await anAdoption({ db, now }, ingrid, { caseId, typed: { audience: 'all' } })
  const begun = draft && (await readDraft(db, ingrid, draft))
  if (!begun) throw new Error('There is no draft')
  const typed = {
    approach: 'Vi prøvde på to bosteder.',
    reuse: { mailbox: 'innkjop@royrvik.example' },
    lessons: [{ $key: 'one', text: 'Begynn smått.' }],
  }
  const { id, version } = await written({ db, now }, ingrid, { draft: begun, typed })
  const submitted = await submitDraft({ db, now }, ingrid, { id, version })
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.failure))
  const published = await publishDraft({ db, now }, ingrid, submitted.value)
  if (!published.ok) throw new Error(JSON.stringify(published.failure))
  expect((await findCase(db, published.value))?.status).toBe('found')
  return published.value
}
