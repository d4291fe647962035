import { CaseId } from '#src/modules/catalogue/contract.ts'
import { type CaseSummary, casesByIds } from '#src/modules/catalogue/index.ts'
import { dayOf, organisationsWith, peopleWith } from '#src/modules/identity/index.ts'
import { type Audience, type Facts, followedThemes, type Telling } from '#src/modules/notifications/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { municipality, type Register, readRegister } from '#src/modules/organisations/index.ts'
import {
  caseThing,
  type Profile,
  RELEVANT,
  type Relevance,
  readProfile,
  relevanceOf,
} from '#src/modules/relevance/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import { carried } from './recipients.ts'

const TOLD = ['reader', 'contributor', 'coordinator', 'network-leader', 'consultant'] as const

/** Whom what others share is of use to: nobody is told of what neither they follow nor their profile points to. */
export const newsAudiences: readonly Audience[] = [
  { kind: 'case.published', topic: 'news', tellings: tellOfNewCase },
]

async function tellOfNewCase(db: Database, event: RecordedEvent): Promise<readonly Telling[]> {
  const id = CaseId.safeParse(event.subject)
  // A correction is no news.
  if (!id.success || !isFirst(event)) return []
  const [summary] = await casesByIds(db, [id.data])
  if (!summary || summary.level === 'mention') return []
  const register = await readRegister(db)
  const sharedBy = carried(event).organisation('organisation')
  const on = dayOf(event.occurredAt)
  const tellings: Telling[] = []
  for (const organisation of await organisationsWith(db, { roles: TOLD, on })) {
    if (organisation === sharedBy) continue
    const asked = { organisation, summary, register, on }
    tellings.push(...(await tellThere(db, asked)))
  }
  return tellings
}

function isFirst({ payload }: RecordedEvent): boolean {
  return payload !== null && typeof payload === 'object' && 'version' in payload && payload.version === 1
}

type Asked = {
  readonly organisation: OrganisationId
  readonly summary: CaseSummary
  readonly register: Register
  readonly on: string
}

async function tellThere(
  db: Database,
  { organisation, summary, register, on }: Asked,
): Promise<readonly Telling[]> {
  const profile = await readProfile(db, register, organisation)
  const thing = caseThing(register, summary)
  if (isOwn(profile, thing.municipalities) || profile.taken.has(summary.id)) return []
  const people = await peopleWith(db, { organisation, roles: TOLD, on })
  const followed = await followedThemes(
    db,
    people.map(({ id }) => id),
  )
  return people.flatMap(({ id }) => {
    const relevance = relevanceOf(profile, followed.get(id) ?? new Set(), thing)
    if (relevance.score < RELEVANT) return []
    const facts = { title: summary.title, ...factsOf(relevance, register) }
    return [{ person: id, organisation, facts, path: `/anskaffelser/${summary.id}` }]
  })
}

function isOwn({ kommunenummer }: Profile, municipalities: readonly string[]): boolean {
  return kommunenummer !== null && municipalities.includes(kommunenummer)
}

function factsOf({ score, why }: Relevance, register: Register): Facts {
  const kommunenummer = why && 'kommunenummer' in why ? why.kommunenummer : null
  return {
    relevance: score,
    why: why?.kind ?? '',
    theme: why && 'theme' in why ? why.theme : '',
    who: kommunenummer === null ? '' : (municipality(register, kommunenummer)?.name ?? kommunenummer),
  }
}
