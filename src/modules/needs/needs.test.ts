import { expect, test } from 'vitest'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { NeedContent } from './contract.ts'
import { announcedNeeds, findNeed, mayReadNeed, missingInNeed } from './index.ts'
import { saveNeed } from './needs-repository.ts'

test('a need is kept as it was told, and one who saves what somebody else has changed is told', () =>
  withCatalogue(async (db) => {
    const royrvik = await municipalityId(db, '5043')
    const ingrid = await aPerson(db, { organisation: royrvik, roles: ['coordinator'] })
    const need = await aNeed(db, { organisation: royrvik, by: ingrid.personId })
    const draft = await aNeed(db, { organisation: royrvik, by: ingrid.personId, status: 'draft' })

    expect(await findNeed(db, need.id)).toEqual(need)
    expect((await announcedNeeds(db)).map(({ id }) => id)).toEqual([need.id])
    expect(await saveNeed(db, { ...need, audience: 'own' })).toBe(true)
    expect(await saveNeed(db, { ...need, audience: 'all' })).toBe(false)

    const other = await aPerson(db, { organisation: await municipalityId(db, '1804'), roles: ['reader'] })
    expect(mayReadNeed(null, need)).toBe(true)
    expect(mayReadNeed(other, { ...need, audience: 'public-employees' })).toBe(true)
    expect(mayReadNeed(null, { ...need, audience: 'public-employees' })).toBe(false)
    expect(mayReadNeed(other, draft)).toBe(false)
    expect(mayReadNeed(ingrid, draft)).toBe(true)
  }))

test('what cannot be read of a need is nothing told, and what it takes to announce it is said', () => {
  const content = NeedContent.parse({
    title: 'Noe',
    from: 'i vår',
    firmness: 'kanskje',
    mirror: { law: 'yes' },
  })
  expect(content).toMatchObject({
    title: 'Noe',
    from: null,
    firmness: null,
    mirror: { law: 'yes', need: null },
  })
  expect(missingInNeed(content)).toEqual([
    'forWhom',
    'outcome',
    'from',
    'until',
    'firmness',
    'phase',
    'innovationHeight',
    'wish',
  ])
})
