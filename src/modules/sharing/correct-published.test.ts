import { expect, test } from 'vitest'
import { caseOwnership, findCase, findCaseVersion } from '#src/modules/catalogue/index.ts'
import { notificationsOf, tellPeople } from '#src/modules/notifications/index.ts'
import type { Database } from '#src/platform/database.ts'
import { AUDIENCES } from '#src/telling/index.ts'
import { aCase } from '#src/testing/adoptions.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { commentsOfCase, editCase, stepCalled, suggestCorrection, suggestsFor } from './index.ts'

const at = new Date('2026-11-22T10:00:00Z')
const now = () => at
const request = { block: 'effects' as const, text: 'Det var 500 brukere.' }

test('one who took part says what is wrong to the one who answers for the case, and nobody else may', () =>
  withCatalogue(async (db) => {
    const { chief, partner, stranger, curator } = await people(db)
    const id = await joint(db)
    expect(await suggestCorrection({ db, now }, partner, { id, request })).toMatchObject({ ok: true })
    expect(await commentsOfCase(db, id)).toMatchObject([
      { text: request.text, block: 'effects', askedFor: partner.organisation, resolvedAt: null },
    ])
    for (const who of [chief, stranger, curator])
      expect(await suggestCorrection({ db, now }, who, { id, request })).toMatchObject({
        failure: { kind: 'notAllowed' },
      })
    await tellPeople(db, AUDIENCES)
    const { notifications } = await notificationsOf(db, chief.personId, { limit: 10, offset: 0 })
    expect(notifications.find(({ kind }) => kind === 'case.correction-suggested')).toMatchObject({
      topic: 'waiting',
      path: '/mine-utkast',
      facts: { organisation: 'Bergen kommune', title: 'Trygghetsalarm med sensor' },
    })
    const audit = await db
      .selectFrom('audit_entry')
      .select(['organisation_id', 'from_version'])
      .where('action', '=', 'case.correction-suggested')
      .execute()
    expect(audit).toEqual([{ organisation_id: partner.organisation, from_version: 1 }])

    async function joint(db: Database) {
      const parties = [
        { name: 'Bodø', role: 'lead' as const, reference: { kommunenummer: '1804' as const } },
        { name: 'Bergen', role: 'participant' as const, reference: { kommunenummer: '4601' as const } },
      ]
      const id = await aCase({ db, now }, chief, { who: { parties, suppliers: [], joint: true } })
      expect(suggestsFor(partner, await caseOwnership(db, id))).toBe(partner.organisation)
      return id
    }
  }))

test('a curator puts a published case right, with the reason in the history; what was not asked of stays', () =>
  withCatalogue(async (db) => {
    const { chief, curator } = await people(db)
    const id = await aCase({ db, now }, chief)
    const before = await findCase(db, id)
    const saved = await editCase(
      { db, now },
      curator,
      edit(id, { text: 'Beboerne våknet av nattlig tilsyn' }),
    )
    expect(saved).toEqual({ ok: true, value: 2 })
    const after = await findCase(db, id)
    if (before?.status !== 'found' || after?.status !== 'found') throw new Error('The case is there')
    expect(after.case.content).toEqual({
      ...before.case.content,
      need: { ...before.case.content.need, text: 'Beboerne våknet av nattlig tilsyn' },
    })
    expect(await findCaseVersion(db, id, 2)).toMatchObject({ note: 'Skrivefeil' })
    expect((await caseOwnership(db, id)).owner?.id).toBe(chief.organisation)
    const audit = await db
      .selectFrom('audit_entry')
      .select(['person_id', 'organisation_id', 'from_version', 'to_version'])
      .where('action', '=', 'case.revised')
      .execute()
    expect(audit).toEqual([
      { person_id: curator.personId, organisation_id: null, from_version: 1, to_version: 2 },
    ])
  }))

test('without a reason, from an old version, with nothing new or by somebody else, nothing is changed', () =>
  withCatalogue(async (db) => {
    const { chief, curator } = await people(db)
    const id = await aCase({ db, now }, chief)
    const kindOf = async (asked: Parameters<typeof editCase>[2], who = curator) => {
      const saved = await editCase({ db, now }, who, asked)
      return saved.ok ? 'saved' : saved.failure.kind
    }
    const other = { text: 'Noe annet' }
    expect(await kindOf(edit(id, other), chief)).toBe('notAllowed')
    expect(await kindOf({ ...edit(id, other), reason: '  ' })).toBe('reasonMissing')
    expect(await kindOf({ ...edit(id, other), from: 2 })).toBe('changedMeanwhile')
    expect(await kindOf(edit(id, { text: 'Beboerne våknet av tilsyn' }))).toBe('nothingChanged')
    const about = stepCalled('full', 'om')
    const typed = { identity: { title: '' } }
    expect(await kindOf({ ...edit(id, other), parts: about?.parts.filter(isTitle) ?? [], typed })).toBe(
      'wrong',
    )
    expect(await findCase(db, id)).toMatchObject({ case: { version: 1 } })
  }))

function isTitle({ path }: { readonly path: string }): boolean {
  return path === 'identity.title'
}

/** What the page about the need answers, with other words. */
function edit(id: Awaited<ReturnType<typeof aCase>>, need: { readonly text: string }) {
  const parts = stepCalled('full', 'behov')?.parts ?? []
  const typed = { need: { text: need.text, volume: '400 brukere', outcome: 'Bedre søvn' } }
  return { id, from: 1, parts, typed, reason: 'Skrivefeil' }
}

async function people(db: Database) {
  const of = async (number: string, role: 'coordinator' | 'contributor') =>
    aPerson(db, { organisation: await municipalityId(db, number), roles: [role], at })
  return {
    chief: await of('1804', 'coordinator'),
    partner: await of('4601', 'contributor'),
    stranger: await of('4621', 'coordinator'),
    curator: await aPerson(db, { roles: ['curator'], at }),
  }
}
