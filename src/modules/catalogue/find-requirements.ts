import type { TextMatcher } from '#src/modules/search/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { RequirementFilter } from './contract.ts'
import type { PublishedRequirement } from './requirement.ts'
import { readRequirements } from './requirements-repository.ts'

export type RequirementPage = {
  readonly total: number
  /** How many different cases they stand in. */
  readonly cases: number
  readonly requirements: readonly PublishedRequirement[]
}

type Finding = { readonly db: Database; readonly matcher: TextMatcher }

/** How others have asked: the words of the question in the texts themselves, the best match first. */
export async function findRequirements(
  { db, matcher }: Finding,
  { q, kind, theme, limit, offset }: RequirementFilter,
  language: string,
): Promise<RequirementPage> {
  const all = await readRequirements(db, { kind, theme })
  const found = q === '' ? all : matcher(q, language).best(all, textOf)
  return {
    total: found.length,
    cases: new Set(found.map((one) => one.case)).size,
    requirements: found.slice(offset, offset + limit),
  }
}

function textOf({ text, measuredBy, language }: PublishedRequirement) {
  return { text: measuredBy ? `${text} ${measuredBy}` : text, language }
}
