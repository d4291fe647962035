import { expect, test } from 'vitest'
import { openToAdviser } from '#src/modules/identity/index.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import { newId } from '#src/platform/ids.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { DraftId } from './contract.ts'
import { draftAsAdviser, draftsAsAdviser, readDraft, startDraft } from './index.ts'

const at = new Date('2026-11-22T12:00:00Z')
const now = () => at

test('an adviser reads the drafts that are opened, alone or all, and each look is noted', () =>
  withDatabase(async (db) => {
    const make = (name: string, kind: 'municipality' | 'support-body') =>
      ensureOrganisation(db, { name, organisasjonsnummer: null, kind })
    const [voss, lup] = [await make('Voss', 'municipality'), await make('LUP', 'support-body')]
    const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
    const adviser = await aPerson(db, { organisation: lup, roles: ['adviser'], at })
    const begin = async () => {
      const id = DraftId.parse(newId())
      const from = { kind: 'nothing' } as const
      await startDraft({ db, now }, leader, { id, organisation: voss, size: 'short', language: 'nn', from })
      return id
    }
    const [one, other] = [await begin(), await begin()]
    const open = (scope: string) =>
      openToAdviser({ db, now }, leader, {
        adviser: adviser.personId,
        scope,
        purpose: 'Råd',
        endsOn: Temporal.PlainDate.from('2026-12-01'),
      })
    expect(await draftAsAdviser({ db, now }, adviser, one)).toBeNull()
    expect((await open(one)).ok).toBe(true)
    expect((await draftAsAdviser({ db, now }, adviser, one))?.id).toBe(one)
    expect(await draftAsAdviser({ db, now }, adviser, other)).toBeNull()
    expect(await draftsAsAdviser({ db, now }, adviser, voss)).toBeNull()
    expect((await open('drafts')).ok).toBe(true)
    expect((await draftAsAdviser({ db, now }, adviser, other))?.id).toBe(other)
    expect(await draftsAsAdviser({ db, now }, adviser, voss)).toHaveLength(2)
    // By no other way: what is opened is for reading, and noted.
    expect(await readDraft(db, adviser, one)).toBeNull()
    const looks = await db
      .selectFrom('audit_entry')
      .select('subject')
      .where('action', '=', 'adviser-access.seen')
      .orderBy('seq')
      .execute()
    expect(looks.map(({ subject }) => subject)).toEqual([one, other, voss])
  }))
