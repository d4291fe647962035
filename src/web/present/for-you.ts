import type { Messages } from '#src/messages/index.ts'
import { type Actor, isPublicEmployee } from '#src/modules/identity/index.ts'
import { followedThemes } from '#src/modules/notifications/index.ts'
import { municipality, type Register } from '#src/modules/organisations/index.ts'
import { type Profile, readProfile, relevantCases, type Why } from '#src/modules/relevance/index.ts'
import type { Leaning } from '#src/modules/search/contract.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { HitView } from '#src/web/ui/hit.tsx'
import { caseHit } from './case-hit.ts'

const SHOWN = 4
/** Those that are most alike; the list of likeness is in that order. */
const MOST_LIKE = 12

export type ForYouView = {
  readonly organisation: string
  readonly isMunicipality: boolean
  readonly hits: readonly HitView[]
}

type Asked = { readonly actor: Actor | null; readonly register: Register }
type Known = { readonly profile: Profile; readonly followed: ReadonlySet<string> }

/** What others have shared that is of use to the reader's organisation, each with why; null for those who act for none. */
export async function casesForYou(
  db: Database,
  { messages, ...asked }: Asked & { readonly messages: Messages },
): Promise<ForYouView | null> {
  const known = await knownOf(db, asked)
  const organisation = asked.actor?.organisationName
  if (!known || !organisation) return null
  const found = await relevantCases(db, asked.register, { ...known, limit: SHOWN })
  if (found.length === 0) return null
  return {
    organisation,
    isMunicipality: known.profile.kommunenummer !== null,
    hits: found.map(({ summary, why }) => ({
      ...caseHit(summary, messages),
      why: whyText(why, asked.register, messages),
    })),
  }
}

/** What comes a little earlier when this reader searches. */
export async function leaningsOf(db: Database, asked: Asked): Promise<readonly Leaning[]> {
  const known = await knownOf(db, asked)
  if (!known) return []
  const { profile, followed } = known
  const themes = [...new Set([...profile.themes, ...followed])].toSorted()
  return [
    ...themes.map((value) => ({ facet: 'theme', value }) as const),
    ...[...profile.like.keys()]
      .slice(0, MOST_LIKE)
      .map((value) => ({ facet: 'municipality', value }) as const),
  ]
}

async function knownOf(db: Database, { actor, register }: Asked): Promise<Known | null> {
  if (!actor?.organisation || !isPublicEmployee(actor)) return null
  const profile = await readProfile(db, register, actor.organisation)
  const followed = await followedThemes(db, [actor.personId])
  return { profile, followed: followed.get(actor.personId) ?? new Set() }
}

function whyText(why: Why, register: Register, { t, language }: Messages): string {
  switch (why.kind) {
    case 'followed':
    case 'ownTheme':
      return t(`notifications.why.${why.kind}`, { theme: themeLabel(why.theme, language) })
    case 'county':
      return t('notifications.why.county')
    default: {
      const who = municipality(register, why.kommunenummer)?.name ?? why.kommunenummer
      return t(`notifications.why.${why.kind}`, { who })
    }
  }
}
