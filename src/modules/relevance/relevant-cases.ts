import { type CaseSummary, casesTouching } from '#src/modules/catalogue/index.ts'
import { municipality, type Register } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { caseThing } from './case-thing.ts'
import { type Profile, RELEVANT, relevanceOf, type Why } from './relevance.ts'

export type RelevantCase = { readonly summary: CaseSummary; readonly why: Why }

type Asked = {
  readonly profile: Profile
  readonly followed: ReadonlySet<string>
  readonly limit: number
}

/**
 * What others have shared that is of use to them: the most relevant first, and of equals the newest. Not their own,
 * and not what they take into use already.
 */
export async function relevantCases(
  db: Database,
  register: Register,
  { profile, followed, limit }: Asked,
): Promise<readonly RelevantCase[]> {
  const organisations = [...profile.like.keys()].flatMap(
    (number) => municipality(register, number)?.organisation ?? [],
  )
  const themes = [...new Set([...profile.themes, ...followed])]
  const found = await casesTouching(db, { organisations, themes })
  return found
    .map((summary) => ({ summary, thing: caseThing(register, summary) }))
    .filter(({ summary, thing }) => {
      const isOwn = thing.municipalities.includes(profile.kommunenummer ?? '')
      return !isOwn && !profile.taken.has(summary.id)
    })
    .map(({ summary, thing }) => ({ summary, ...relevanceOf(profile, followed, thing) }))
    .toSorted((one, other) => other.score - one.score)
    .flatMap(({ summary, score, why }) => (why && score >= RELEVANT ? [{ summary, why }] : []))
    .slice(0, limit)
}
