import { CaseId } from '#src/modules/catalogue/contract.ts'
import { caseOwnership, findCase } from '#src/modules/catalogue/index.ts'
import type { Audience } from '#src/modules/notifications/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { carried, onePerson, organisationName, peopleThere } from './recipients.ts'

const PUBLISHERS = ['coordinator', 'contributor', 'network-leader'] as const

/** Whom it concerns when something is written, asked about and published. */
export const sharingAudiences: readonly Audience[] = [
  {
    kind: 'draft.submitted',
    topic: 'waiting',
    tellings: (db, event) => {
      const { organisation, text } = carried(event)
      const said = { facts: { title: text('title') }, path: `/del/${event.subject}/se-gjennom` }
      const asked = { organisation: organisation('organisation'), roles: PUBLISHERS, at: event.occurredAt }
      return peopleThere(db, asked, said)
    },
  },
  {
    kind: 'draft.changes-asked',
    topic: 'waiting',
    tellings: async (_, event) => {
      const { organisation, person, text } = carried(event)
      const said = { facts: { title: text('title') }, path: `/del/${event.subject}` }
      const writers = new Set([person('createdBy'), person('submittedBy')])
      return [...writers].flatMap((one) => onePerson(one, organisation('organisation'), said))
    },
  },
  {
    kind: 'draft.published',
    topic: 'own',
    tellings: async (db, event) => {
      const { organisation, person, text } = carried(event)
      const id = text('caseId')
      const said = { facts: { title: await caseTitle(db, id) }, path: `/anskaffelser/${id}` }
      const writers = new Set([person('createdBy'), person('submittedBy')])
      return [...writers].flatMap((one) => onePerson(one, organisation('organisation'), said))
    },
  },
  {
    kind: 'case.correction-suggested',
    topic: 'waiting',
    tellings: async (db, event) => {
      const { organisation, text } = carried(event)
      const from = OrganisationId.safeParse(text('from'))
      const facts = {
        title: await caseTitle(db, event.subject),
        organisation: await organisationName(db, from.success ? from.data : null),
      }
      const asked = { organisation: organisation('organisation'), roles: PUBLISHERS, at: event.occurredAt }
      return peopleThere(db, asked, { facts, path: '/mine-utkast' })
    },
  },
  {
    kind: 'case.changes-asked',
    topic: 'waiting',
    tellings: async (db, event) => {
      const id = CaseId.safeParse(event.subject)
      const owner = id.success ? (await caseOwnership(db, id.data)).owner : null
      const said = {
        facts: { title: await caseTitle(db, event.subject) },
        path: `/anskaffelser/${event.subject}`,
      }
      return peopleThere(
        db,
        { organisation: owner?.id ?? null, roles: PUBLISHERS, at: event.occurredAt },
        said,
      )
    },
  },
]

async function caseTitle(db: Database, text: string): Promise<string> {
  const id = CaseId.safeParse(text)
  const found = id.success ? await findCase(db, id.data) : null
  return found?.status === 'found' ? found.case.content.identity.title : text
}
