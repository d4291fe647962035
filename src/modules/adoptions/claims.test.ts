import { expect, test } from 'vitest'
import { SolutionId } from '#src/modules/catalogue/contract.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { ClaimForm, ClaimId } from './contract.ts'
import { claimBy, claimSolution, claimsOf, decideClaim } from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const solution = SolutionId.parse('solution-001')
const form = ClaimForm.parse({ words: 'Varsler natt og dag, også uten nett.', link: '' })

async function people(db: Database) {
  const firm = await ensureOrganisation(db, { name: 'Alarm AS', organisasjonsnummer: null, kind: 'supplier' })
  const bodo = await municipalityId(db, '1804')
  return {
    firm,
    supplier: await aPerson(db, { organisation: firm, roles: ['supplier'] }),
    buyer: await aPerson(db, { organisation: bodo, roles: ['coordinator'] }),
    curator: await aPerson(db, { roles: ['curator'] }),
  }
}

test('a supplier’s words stand there when a curator has accepted them, and not before', () =>
  withCatalogue(async (db) => {
    const { supplier, curator, firm } = await people(db)
    const claimed = await claimSolution({ db, now }, supplier, { solution, form })
    if (!claimed.ok) throw new Error(claimed.failure.kind)
    expect(await claimsOf(db, { solution, status: 'accepted' })).toEqual([])
    expect(await claimSolution({ db, now }, supplier, { solution, form })).toMatchObject({
      failure: { kind: 'alreadyClaimed' },
    })
    const answer = { id: claimed.value, answer: 'accept', reason: '' } as const
    expect(await decideClaim({ db, now }, curator, answer)).toMatchObject({ ok: true })
    expect(await claimsOf(db, { solution, status: 'accepted' })).toMatchObject([
      { organisation: firm, words: form.words, link: null },
    ])
    expect(await decideClaim({ db, now }, curator, answer)).toMatchObject({
      failure: { kind: 'claimNotFound' },
    })
  }))

test('one who was refused may try again', () =>
  withCatalogue(async (db) => {
    const { supplier, curator, firm } = await people(db)
    const claimed = await claimSolution({ db, now }, supplier, { solution, form })
    if (!claimed.ok) throw new Error(claimed.failure.kind)
    const refusal = { id: claimed.value, answer: 'refuse', reason: 'Nevner en person' } as const
    expect(await decideClaim({ db, now }, curator, refusal)).toMatchObject({ ok: true })
    expect(await claimBy(db, { solution, organisation: firm })).toBeNull()
    expect(await claimSolution({ db, now }, supplier, { solution, form })).toMatchObject({ ok: true })
  }))

test('only suppliers claim, and only curators decide', () =>
  withCatalogue(async (db) => {
    const { supplier, buyer, curator } = await people(db)
    for (const who of [buyer, curator])
      expect(await claimSolution({ db, now }, who, { solution, form })).toMatchObject({
        failure: { kind: 'notAllowed' },
      })
    const claimed = await claimSolution({ db, now }, supplier, { solution, form })
    if (!claimed.ok) throw new Error(claimed.failure.kind)
    const answer = { id: claimed.value, answer: 'accept', reason: '' } as const
    for (const who of [buyer, supplier])
      expect(await decideClaim({ db, now }, who, answer)).toMatchObject({ failure: { kind: 'notAllowed' } })
    const unknown = { ...answer, id: ClaimId.parse(newId()) }
    expect(await decideClaim({ db, now }, curator, unknown)).toMatchObject({
      failure: { kind: 'claimNotFound' },
    })
    const nowhere = SolutionId.parse('solution-999')
    expect(await claimSolution({ db, now }, supplier, { solution: nowhere, form })).toMatchObject({
      failure: { kind: 'solutionNotFound' },
    })
  }))

test('a link that runs something is no link', () => {
  for (const link of ['javascript:alert(1)', 'ftp://alarm.example', 'alarm'])
    expect(ClaimForm.safeParse({ words: form.words, link }).error?.issues[0]?.message, link).toBe(
      'adoptions.claim.link',
    )
  expect(ClaimForm.safeParse({ words: 'Kort', link: '' }).error?.issues[0]?.message).toBe(
    'adoptions.claim.short',
  )
})
