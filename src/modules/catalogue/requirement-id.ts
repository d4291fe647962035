import { z } from 'zod'

export const REQUIREMENT_KINDS = ['requirement', 'dialogue-question', 'award-criterion'] as const
export const RequirementKind = z.enum(REQUIREMENT_KINDS)
export type RequirementKind = z.infer<typeof RequirementKind>

/** The case, and the words by their hash: it leads to the same words as long as the case has them. */
export const RequirementId = z
  .string()
  .regex(/^case-\d{3,9}\.[0-9a-f]{12}$/)
  .brand<'RequirementId'>()
export type RequirementId = z.infer<typeof RequirementId>

export function toRequirementId(caseId: string, hash: string): RequirementId {
  return RequirementId.parse(`${caseId}.${hash}`)
}

/** How many can be read side by side. */
export const MOST_COMPARED = 4

const optional = <Value extends z.ZodType>(value: Value) => value.optional().catch(undefined)

/** What `/krav` can be narrowed by; it comes from shared links, so a value that means nothing falls away. */
export const RequirementFilter = z.object({
  q: z.string().trim().max(300).catch(''),
  kind: optional(RequirementKind),
  theme: optional(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  limit: z.coerce.number().int().min(1).max(100).catch(20),
  offset: z.coerce.number().int().min(0).max(100_000).catch(0),
})
export type RequirementFilter = z.infer<typeof RequirementFilter>
