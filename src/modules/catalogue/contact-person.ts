import {
  type Actor,
  dayOf,
  findPerson,
  mayContributeFor,
  peopleWith,
  recordAudit,
} from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { type Job, nextDaily } from '#src/platform/jobs/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import {
  type Contact,
  contactsOn,
  deleteContact,
  deleteContactsBefore,
  saveContact,
} from './contacts-repository.ts'
import type { CaseId } from './contract.ts'
import { lockCase } from './lock-case.ts'

type Context = { readonly db: Database; readonly now: Clock }

/** One chooses it anew once a year. */
export const LONGEST_CONTACT_YEARS = 1

export type BeContact = {
  readonly id: CaseId
  readonly showsEmail: boolean
  /** The last day. */
  readonly until: Temporal.PlainDate
}

export type BeContactFailure =
  | { readonly kind: 'caseNotFound' }
  /** Neither answers for the case nor took part in it. */
  | { readonly kind: 'notTheirs' }
  | { readonly kind: 'endPassed' }
  | { readonly kind: 'endTooFar' }

/** Lets oneself be asked about a case; nobody chooses it for another. */
export function beContact(
  { db, now }: Context,
  actor: Actor,
  { id, showsEmail, until }: BeContact,
): Promise<Result<null, BeContactFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, BeContactFailure>> => {
    const found = await lockCase(tx, id)
    if (found?.status !== 'published') return fail({ kind: 'caseNotFound' })
    const organisation = organisationFor(actor, found)
    if (!organisation) return fail({ kind: 'notTheirs' })
    const at = now()
    const today = Temporal.PlainDate.from(dayOf(at))
    if (Temporal.PlainDate.compare(until, today) < 0) return fail({ kind: 'endPassed' })
    if (Temporal.PlainDate.compare(until, today.add({ years: LONGEST_CONTACT_YEARS })) > 0)
      return fail({ kind: 'endTooFar' })
    await saveContact(tx, id, { person: actor.personId, organisation, showsEmail, until, at })
    const details = { until: until.toString(), showsEmail }
    await recordAudit(tx, actor, { action: 'case.contact-chosen', subject: id, organisation, details, at })
    return ok(null)
  })
}

/** Takes one's name away again, at once. */
export function endContact({ db, now }: Context, actor: Actor, id: CaseId): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (!(await deleteContact(tx, id, actor.personId))) return false
    await recordAudit(tx, actor, { action: 'case.contact-ended', subject: id, at: now() })
    return true
  })
}

/** For which of those it acts for the person may be asked: the one that answers for the case, else one that took part. */
export function organisationFor(
  actor: Actor,
  found: { readonly owner: OrganisationId | null; readonly parties: ReadonlySet<OrganisationId> },
): OrganisationId | null {
  const theirs = [...(found.owner ? [found.owner] : []), ...found.parties]
  return theirs.find((one) => mayContributeFor(actor, one)) ?? null
}

export type NamedContact = Omit<Contact, 'showsEmail'> & {
  readonly name: string
  /** Null when the person has not chosen to show it. */
  readonly email: string | null
}

/** Those who may be asked today. Whoever has left the organisation, or the platform, is not among them. */
export async function contactsOf({ db, now }: Context, id: CaseId): Promise<readonly NamedContact[]> {
  const today = dayOf(now())
  const named: NamedContact[] = []
  for (const { showsEmail, ...contact } of await contactsOn(db, id, today)) {
    const asked = { organisation: contact.organisation, roles: STILL_THERE, on: today }
    const isThere = (await peopleWith(db, asked)).some((one) => one.id === contact.person)
    const person = isThere ? await findPerson(db, contact.person) : null
    if (person?.name) named.push({ ...contact, name: person.name, email: showsEmail ? person.email : null })
  }
  return named
}

const STILL_THERE = ['contributor', 'coordinator', 'network-leader', 'consultant'] as const

/** Every night: those whose last day has passed are forgotten. */
export function contactTidying({ db, now }: Context): Job {
  return {
    name: 'tidy-contacts',
    nextAfter: (moment) => nextDaily('03:50', moment),
    run: async () => ok({ removed: await deleteContactsBefore(db, dayOf(now())) }),
  }
}
