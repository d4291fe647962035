import type { DocumentAudience, Reader } from './contract.ts'

/** Like the id of an organisation, and no such id. */
const PUBLIC_EMPLOYEES = 'public-employees'

/** The key it takes to find a document; null where it takes none. */
export function keyOf(audience: DocumentAudience): string | null {
  if (audience === 'public') return null
  return audience === 'public-employees' ? PUBLIC_EMPLOYEES : audience.organisation
}

/** The keys that a reader holds. */
export function keysOf({ organisations, isPublicEmployee = false }: Reader): readonly string[] {
  const own = organisations.filter((key) => key !== PUBLIC_EMPLOYEES)
  return isPublicEmployee ? [...own, PUBLIC_EMPLOYEES] : own
}
