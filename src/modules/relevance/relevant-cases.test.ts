import { expect, test } from 'vitest'
import { municipalities, readRegister } from '#src/modules/organisations/index.ts'
import { conceptBranch } from '#src/modules/vocabulary/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { aDraft, municipalityId, written } from '#src/testing/sharing.ts'
import { readProfile, relevantCases } from './index.ts'

const now = () => new Date('2026-11-22T10:00:00Z')

test('what others have done comes with why, the most relevant first, and never one’s own', () =>
  withCatalogue(async (db) => {
    const register = await readRegister(db)
    const bodo = await municipalityId(db, '1804')
    const profile = await readProfile(db, register, bodo)
    expect(profile).toMatchObject({ kommunenummer: '1804', fylkesnummer: '18' })
    expect([...profile.themes].filter((id) => conceptBranch(id) === 'procurement')).toEqual([])
    const found = await relevantCases(db, register, { profile, followed: new Set(), limit: 10 })
    expect(found).toHaveLength(10)
    const own = found.filter(({ summary }) => JSON.stringify(summary.parties).includes('"1804"'))
    expect(own).toEqual([])
    const followed = new Set(['vann-og-avlop'])
    const first = await relevantCases(db, register, { profile, followed, limit: 3 })
    expect(first.map(({ why }) => why.kind)).toEqual(['followed', 'followed', 'followed'])
  }))

test('a draft says what one works with before anybody else has read it', () =>
  withCatalogue(async (db) => {
    const register = await readRegister(db)
    const quiet = municipalities(register).find(({ name }) => name === 'Røyrvik')
    if (!quiet) throw new Error('Røyrvik is there')
    const writer = await aPerson(db, { organisation: quiet.organisation, roles: ['contributor'] })
    const before = await readProfile(db, register, quiet.organisation)
    const draft = await aDraft({ db, now }, writer)
    await written({ db, now }, writer, {
      draft,
      typed: { identity: { title: 'Nytt', themes: ['renovasjonsbil'] } },
    })
    const after = await readProfile(db, register, quiet.organisation)
    expect([before.themes.has('renovasjonsbil'), after.themes.has('renovasjonsbil')]).toEqual([false, true])
  }))
