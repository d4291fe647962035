import { findPerson } from '#src/modules/identity/index.ts'
import { type Audience, forgetName, type Telling } from '#src/modules/notifications/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import { carried, onePerson, organisationName, peopleOfSite, peopleThere } from './recipients.ts'

const COORDINATORS = ['coordinator'] as const

/** Whom it concerns when somebody asks to join, is let in, and gets or loses a role, a mandate or a look inside. */
export const identityAudiences: readonly Audience[] = [
  { kind: 'membership.asked', topic: 'waiting', tellings: tellOfAsking },
  ...(['approved', 'refused', 'changed', 'ended'] as const).map(
    (what): Audience => ({
      kind: `membership.${what}`,
      topic: 'access',
      tellings: (db, event) => tellThePerson(db, event, '/mine-roller'),
    }),
  ),
  {
    kind: 'membership.handed-over',
    topic: 'access',
    tellings: (db, event) => tellThePerson(db, event, '/virksomhet'),
  },
  {
    kind: 'organisation.without-coordinator',
    topic: 'waiting',
    tellings: async (db, event) => {
      const id = carried({ ...event, payload: { organisation: event.subject } }).organisation('organisation')
      const facts = { organisation: await organisationName(db, id) }
      return peopleOfSite(
        db,
        { role: 'administrator', at: event.occurredAt },
        { facts, path: '/administrasjon' },
      )
    },
  },
  ...(['opened', 'closed'] as const).map(
    (what): Audience => ({
      kind: `adviser-access.${what}`,
      topic: 'access',
      tellings: async (db, event) => {
        const { organisation, person } = carried(event)
        const facts = { organisation: await organisationName(db, organisation('organisation')) }
        return onePerson(person('adviser'), null, { facts, path: '/radgiver' })
      },
    }),
  ),
  ...(['given', 'withdrawn'] as const).map(
    (what): Audience => ({
      kind: `mandate.${what}`,
      topic: 'access',
      tellings: async (db, event) => {
        const { organisation } = carried(event)
        const facts = { organisation: await organisationName(db, organisation('principal')) }
        const asked = { organisation: organisation('body'), roles: COORDINATORS, at: event.occurredAt }
        return peopleThere(db, asked, { facts, path: '/virksomhet/mandater' })
      },
    }),
  ),
  {
    // Nobody is told; whoever was told of the person's asking is left without the name.
    kind: 'person.left',
    topic: 'access',
    tellings: async (db, event) => {
      await forgetName(db, event.subject)
      return []
    },
  },
  {
    kind: 'removal-request.received',
    topic: 'waiting',
    tellings: (db, event) =>
      peopleOfSite(
        db,
        { role: 'curator', at: event.occurredAt },
        { facts: {}, path: '/redaksjon/henvendelser' },
      ),
  },
]

/** The coordinators decide; where there are none, those who run the platform. */
async function tellOfAsking(db: Database, event: RecordedEvent): Promise<readonly Telling[]> {
  const { organisation, person } = carried(event)
  const where = organisation('organisation')
  const asking = person('person')
  const name = (asking && (await findPerson(db, asking)))?.name ?? '–'
  const facts = { name, person: asking ?? '', organisation: await organisationName(db, where) }
  const at = event.occurredAt
  const there = await peopleThere(
    db,
    { organisation: where, roles: COORDINATORS, at },
    { facts, path: '/virksomhet' },
  )
  if (there.length > 0) return there
  return peopleOfSite(db, { role: 'administrator', at }, { facts, path: '/administrasjon' })
}

async function tellThePerson(db: Database, event: RecordedEvent, path: string): Promise<readonly Telling[]> {
  const { organisation, person } = carried(event)
  const where = organisation('organisation')
  const facts = { organisation: where ? await organisationName(db, where) : 'Spydspiss' }
  return onePerson(person('person'), where, { facts, path })
}
