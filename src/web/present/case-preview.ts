import type { CaseContent, CaseId } from '#src/modules/catalogue/contract.ts'
import type { ProcurementCase } from '#src/modules/catalogue/index.ts'

/** Content as a case, for showing it as it will look or did look; its names lead nowhere. */
export function asCase(
  content: CaseContent,
  { id, version, at }: { readonly id: CaseId; readonly version: number; readonly at: Date },
): ProcurementCase {
  return {
    id,
    version,
    origin: 'person',
    confirmedAt: null,
    createdAt: at,
    updatedAt: at,
    content,
    parties: content.who.parties.map(({ name, role, count }) => ({
      name,
      role,
      count: count ?? null,
      organisation: null,
      within: null,
    })),
    suppliers: content.who.suppliers.map(({ name, role }) => ({
      name,
      role: role ?? null,
      organisation: null,
    })),
  }
}
