import type { DocumentDescription } from './contract.ts'

type Rights = Pick<
  DocumentDescription,
  'licence' | 'permission' | 'rightsHolder' | 'rightsOwner' | 'visibility'
>

/** A field of the form, and the end of the `document.error.` key that says what is wrong with it. */
export type RightsProblem = {
  readonly field: 'licence' | 'permission' | 'rightsHolder' | 'rightsOwner'
  readonly code: 'licence.notOurs' | 'permission.missing' | 'rightsHolder.missing' | 'rightsOwner.unknown'
}

/**
 * What stands in the way of sharing something as it is asked for.
 *
 * Whoever made a work decides over it (åndsverkloven §§ 2 and 3): reports are often a consultant's and offers a
 * supplier's, so others may see them only by permission, and only the owner can put them under a licence.
 */
export function rightsProblems(rights: Rights): readonly RightsProblem[] {
  const { licence, permission, rightsHolder, rightsOwner, visibility } = rights
  const problems: RightsProblem[] = []
  if (licence === 'cc-by-4.0' && rightsOwner !== 'own')
    problems.push({ field: 'licence', code: 'licence.notOurs' })
  if (visibility === 'organisation' || rightsOwner === 'own') return problems
  if (rightsOwner === 'unknown') return [...problems, { field: 'rightsOwner', code: 'rightsOwner.unknown' }]
  if (rightsHolder === '') problems.push({ field: 'rightsHolder', code: 'rightsHolder.missing' })
  if (permission === '') problems.push({ field: 'permission', code: 'permission.missing' })
  return problems
}
