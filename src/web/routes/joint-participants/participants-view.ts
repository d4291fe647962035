import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Condition } from '#src/modules/joint-procurement/contract.ts'
import {
  hindrances,
  type JointProcurement,
  mayLead,
  mayWriteFor,
  type Participant,
  readLife,
  takesPart,
} from '#src/modules/joint-procurement/index.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { organisationLink } from '#src/web/present/organisation-link.ts'

type Asked = { readonly reader: Actor | null; readonly messages: Messages; readonly at: Date }

/** What can be missing with one participant, in the words of a short list. */
const TOLD_OF = [
  'answered',
  'intents',
  'anchored',
  'mandates',
  'costShares',
  'requirementsApproved',
  'signers',
  'gatePassed',
  'rolledOut',
] as const satisfies readonly Condition[]

const LISTED_FOR_ALL: readonly Participant['status'][] = ['interested']

/** Who takes part; those who do see also who has been asked or has left, and what each has left to do. */
export async function participantsView(
  db: Database,
  joint: JointProcurement,
  { reader, messages, at }: Asked,
) {
  const isIn = takesPart(reader, joint)
  const life = await readLife(db, joint, at)
  const inTheWay = isIn ? hindrances(life) : []
  const seen = joint.participants.filter(({ status }) => isIn || LISTED_FOR_ALL.includes(status))
  const bodies = await organisationsByIds(
    db,
    seen.map(({ organisation }) => organisation),
  )
  const leads = reader !== null && !joint.ended && mayLead(reader, joint)
  const isMissing = (condition: Condition, { organisation, status }: Participant) =>
    (condition === 'answered' && status === 'invited') ||
    inTheWay.some((way) => way.condition === condition && way.of.includes(organisation))
  const missingOf = (one: Participant) =>
    TOLD_OF.filter((condition) => isIn && isMissing(condition, one)).map((condition) =>
      messages.t(`joint.missing.${condition}`),
    )
  return {
    isIn,
    mayInvite: leads && !joint.lockedAt,
    lockedOn: joint.lockedAt ? messages.date(joint.lockedAt) : null,
    participants: inOrder(seen).map((one) => ({
      ...participantView(one, { body: bodies.get(one.organisation) ?? null, messages }),
      missing: missingOf(one),
      mayFillIn: reader !== null && !joint.ended && mayWriteFor(reader, one.organisation),
      mayTakeBack: leads && one.status === 'invited',
      mayChangeRole: leads && !joint.lockedAt && one.role !== 'lead' && isHere(one),
    })),
  }
}
export type ParticipantsView = Awaited<ReturnType<typeof participantsView>>
export type ParticipantView = ParticipantsView['participants'][number]

function participantView(
  { organisation, role, status }: Participant,
  { body, messages }: { readonly body: Organisation | null; readonly messages: Messages },
) {
  return {
    id: organisation,
    name: body?.name ?? '–',
    number: body?.organisasjonsnummer ?? null,
    href: organisationLink(body, messages.language),
    role,
    roleName: messages.t(`joint.role.${role}`),
    status,
    statusName: messages.t(`joint.status.${status}`),
  }
}

function isHere({ status }: Participant): boolean {
  return status === 'interested' || status === 'invited'
}

const PLACES: readonly Participant['role'][] = ['lead', 'host', 'participant', 'option', 'follower']

/** The lead first, then by role; those who said no or left are last. */
function inOrder(participants: readonly Participant[]): readonly Participant[] {
  const place = (one: Participant) => PLACES.indexOf(one.role) + (isHere(one) ? 0 : PLACES.length)
  return participants.toSorted((a, b) => place(a) - place(b))
}
