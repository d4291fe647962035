import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { ParticipantStanding, StandingPart } from '#src/modules/joint-procurement/contract.ts'
import {
  hindrances,
  type Life,
  mayBind,
  mayWriteFor,
  needsMandate,
  type Participant,
} from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { placeOf } from '#src/web/routes/joint-procurement/where-to-do.ts'

/** What a participant has told, as it stands in the fields of a form, by part. */
export type StandingValues = Readonly<Record<StandingPart, Readonly<Record<string, string>>>>

const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? '' : `${value}`

export function standingValues(standing: ParticipantStanding): StandingValues {
  const { intent, anchoring, mandate } = standing
  return {
    intent: { on: text(intent?.on), words: text(intent?.words) },
    anchoring: {
      body: text(anchoring?.body),
      meetingOn: text(anchoring?.meetingOn),
      decidedOn: text(anchoring?.decidedOn),
      delegation: text(anchoring?.delegation),
      documentUrl: text(anchoring?.documentUrl),
      archiveReference: text(anchoring?.archiveReference),
    },
    mandate: {
      signedBy: text(mandate?.signedBy),
      title: text(mandate?.title),
      authority: text(mandate?.authority),
      signedOn: text(mandate?.signedOn),
      documentUrl: text(mandate?.documentUrl),
      archiveReference: text(mandate?.archiveReference),
    },
    share: {
      amount: text(standing.volume?.amount).replace('.', ','),
      unit: text(standing.volume?.unit),
      costShare: text(standing.costShare).replace('.', ','),
      signer: text(standing.signer),
      optionUntil: text(standing.optionUntil),
      mailbox: text(standing.mailbox),
      contactRole: text(standing.contactRole),
    },
    requirements: { requirementsApprovedOn: text(standing.requirementsApprovedOn) },
    independence: { independenceOn: text(standing.independenceOn) },
  }
}

const BINDING: readonly StandingPart[] = ['intent', 'anchoring', 'mandate', 'requirements', 'independence']

/** What binds the organisation as a whole is for its coordinator. */
export function mayTell(actor: Actor, organisation: OrganisationId, part: StandingPart): boolean {
  return (BINDING.includes(part) ? mayBind : mayWriteFor)(actor, organisation)
}

type Asked = { readonly reader: Actor; readonly life: Life; readonly name: string }

/** One participant's own page: what it has told, part by part, and which of it the reader may tell. */
export function standingView(one: Participant, { reader, life, name }: Asked, { t }: Messages) {
  const isOpen = life.joint.ended === null && one.status === 'interested'
  const values = standingValues(one.standing)
  const awaited = hindrances(life)
    .filter(({ of }) => of.includes(one.organisation))
    .map(({ condition }) => placeOf(condition))
  const parts = (Object.keys(values) as StandingPart[]).filter(
    (part) => part !== 'mandate' || needsMandate(one),
  )
  return {
    id: one.organisation,
    name,
    role: one.role,
    roleName: t(`joint.role.${one.role}`),
    statusName: t(`joint.status.${one.status}`),
    version: one.version,
    isTheirs: isOpen && mayWriteFor(reader, one.organisation),
    parts: parts.map((part) => ({
      part,
      values: values[part],
      isTold: isTold(part, one.standing),
      isAwaited: awaited.some((place) => 'standing' in place && place.standing === part),
      needsCoordinator: BINDING.includes(part),
      mayWrite: isOpen && mayTell(reader, one.organisation, part),
    })),
  }
}
export type StandingView = ReturnType<typeof standingView>
export type PartView = StandingView['parts'][number]

function isTold(part: StandingPart, standing: ParticipantStanding): boolean {
  switch (part) {
    case 'intent':
    case 'anchoring':
    case 'mandate':
      return standing[part] !== null
    case 'share':
      return standing.signer !== null || standing.volume !== null || standing.mailbox !== null
    case 'requirements':
      return standing.requirementsApprovedOn !== null
    case 'independence':
      return standing.independenceOn !== null
  }
}
