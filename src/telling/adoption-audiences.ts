import { AdoptionAudience } from '#src/modules/adoptions/contract.ts'
import { CaseId, SolutionId } from '#src/modules/catalogue/contract.ts'
import { caseOwnership, findCase, findSolution } from '#src/modules/catalogue/index.ts'
import type { Audience, Telling } from '#src/modules/notifications/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import { carried, onePerson, organisationName, peopleOfSite, peopleThere } from './recipients.ts'

const TOLD = ['coordinator', 'contributor', 'network-leader'] as const

/** Whom it concerns when something that was shared is taken into use, and when a supplier speaks of its solution. */
export const adoptionAudiences: readonly Audience[] = [
  {
    kind: 'adoption.begun',
    topic: 'own',
    // Who answers for a case is a public body: it may see all but what is for the others alone.
    tellings: (db, event) => (audienceOf(event) === 'own' ? nobody() : tellTheOrigin(db, event)),
  },
  {
    kind: 'adoption.changed',
    topic: 'own',
    tellings: (db, event) =>
      carried(event).text('status') === 'in-use' ? tellTheOrigin(db, event) : nobody(),
  },
  {
    kind: 'solution.claimed',
    topic: 'waiting',
    tellings: async (db, event) => {
      const organisation = await organisationName(db, carried(event).organisation('organisation'))
      const facts = { organisation, title: await solutionName(db, event.subject) }
      const path = '/redaksjon/leverandorord'
      return peopleOfSite(db, { role: 'curator', at: event.occurredAt }, { facts, path })
    },
  },
  {
    kind: 'solution.claim-decided',
    topic: 'own',
    tellings: async (db, event) => {
      const { organisation, person, text } = carried(event)
      const title = await solutionName(db, event.subject)
      const facts = { title, answer: text('status'), reason: text('reason') }
      return onePerson(person('person'), organisation('organisation'), {
        facts,
        path: `/losninger/${event.subject}`,
      })
    },
  },
]

function nobody(): Promise<readonly Telling[]> {
  return Promise.resolve([])
}

/** What cannot be read is for nobody else. */
function audienceOf(event: RecordedEvent): AdoptionAudience {
  return AdoptionAudience.catch('own').parse(carried(event).text('audience'))
}

/** Those who write for the organisation that answers for the case. */
async function tellTheOrigin(db: Database, event: RecordedEvent): Promise<readonly Telling[]> {
  const { organisation, text } = carried(event)
  const id = CaseId.safeParse(text('caseId'))
  const found = id.success ? await findCase(db, id.data) : null
  if (found?.status !== 'found') return []
  const { owner } = await caseOwnership(db, found.case.id)
  const facts = {
    organisation: await organisationName(db, organisation('organisation')),
    title: found.case.content.identity.title,
  }
  const asked = { organisation: owner?.id ?? null, roles: TOLD, at: event.occurredAt }
  return peopleThere(db, asked, { facts, path: `/adopsjoner/${event.subject}` })
}

async function solutionName(db: Database, text: string): Promise<string> {
  const id = SolutionId.safeParse(text)
  const found = id.success ? await findSolution(db, id.data) : null
  return found?.status === 'found' ? found.solution.content.name : text
}
