import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withDatabase } from '#src/testing/database.ts'
import { documentPeople, documentsAt, REQUIREMENTS } from '#src/testing/shared-documents.ts'
import { DocumentId, LICENCES, RIGHTS_OWNERS, VISIBILITIES } from './contract.ts'
import { insertDocument } from './documents-repository.ts'
import { rightsProblems } from './rights.ts'

const own = {
  rightsOwner: 'own',
  rightsHolder: '',
  permission: '',
  licence: 'none',
  visibility: 'all',
} as const

test.each([
  ['our own, for everyone, under CC BY', { licence: 'cc-by-4.0' }, []],
  [
    'a consultant’s, under CC BY',
    { rightsOwner: 'consultant', licence: 'cc-by-4.0', visibility: 'organisation' },
    ['licence.notOurs'],
  ],
  ['a consultant’s, for ourselves', { rightsOwner: 'consultant', visibility: 'organisation' }, []],
  [
    'a consultant’s, for everyone, without a word',
    { rightsOwner: 'consultant' },
    ['rightsHolder.missing', 'permission.missing'],
  ],
  [
    'a consultant’s, for everyone, with leave',
    { rightsOwner: 'consultant', rightsHolder: 'Råd AS', permission: 'E-post 3. mai' },
    [],
  ],
  ['nobody knows whose, for ourselves', { rightsOwner: 'unknown', visibility: 'organisation' }, []],
  [
    'nobody knows whose, for public employees',
    { rightsOwner: 'unknown', visibility: 'public-employees' },
    ['rightsOwner.unknown'],
  ],
] as const)('%s', (_, changes, expected) => {
  expect(rightsProblems({ ...own, ...changes }).map(({ code }) => code)).toEqual(expected)
})

test('the database refuses whatever the rules refuse for the sake of the owner', () =>
  withDatabase(async (db) => {
    const { bodo, contributor } = await documentPeople(db)
    const rights = fc.record({
      rightsOwner: fc.constantFrom(...RIGHTS_OWNERS),
      licence: fc.constantFrom(...LICENCES),
      visibility: fc.constantFrom(...VISIBILITIES),
      permission: fc.constantFrom('', 'E-post 3. mai'),
    })
    await fc.assert(
      fc.asyncProperty(rights, async (given) => {
        const refused = rightsProblems({ ...given, rightsHolder: 'Råd AS' }).length > 0
        const inserted = inTransaction(db, (tx) =>
          insertDocument(tx, {
            id: DocumentId.parse(newId()),
            organisation: bodo,
            subject: null,
            description: { ...REQUIREMENTS, ...given },
            by: contributor.personId,
            at: documentsAt,
          }),
        )
        const outcome = await inserted.then(
          () => 'taken',
          (error: Error) => error.message,
        )
        expect(outcome === 'taken', outcome).toBe(!refused)
      }),
      { numRuns: 100, seed: 513 },
    )
  }))
