import type { Actor } from '#src/modules/identity/index.ts'
import type { Condition, FactPart, StandingPart } from '#src/modules/joint-procurement/contract.ts'
import {
  type Hindrance,
  type JointProcurement,
  mayLead,
  mayWriteFor,
} from '#src/modules/joint-procurement/index.ts'
import type { Language } from '#src/platform/language.ts'
import { address, type PageName } from '#src/web/paths.ts'

type Room = { readonly room: PageName; readonly part?: string }
type Place = { readonly facts: FactPart } | { readonly standing: StandingPart } | Room

/** Where the award, the standstill and a complaint are noted. */
export const STANDSTILL: Place = { room: 'jointContract', part: 'karens-og-klage' }

/** Where what stands in the way can be done: a part of what is common, of what each tells, or another room. */
const PLACES: Readonly<Record<Condition, Place>> = {
  several: { room: 'jointParticipants' },
  purpose: { facts: 'common' },
  intents: { standing: 'intent' },
  strategy: { facts: 'strategy' },
  estimate: { facts: 'strategy' },
  anchored: { standing: 'anchoring' },
  agreed: { facts: 'agreement' },
  costShares: { standing: 'share' },
  mandates: { standing: 'mandate' },
  dialogueSummary: { facts: 'dialogue' },
  requirementsWritten: { facts: 'dialogue' },
  requirementsApproved: { standing: 'requirements' },
  signers: { standing: 'share' },
  answered: { room: 'jointParticipants' },
  gatePassed: { room: 'jointGate' },
  noticeKnown: { room: 'jointGate', part: 'kunngjort' },
  awarded: STANDSTILL,
  standstillOver: STANDSTILL,
  complaintSettled: STANDSTILL,
  contractSigned: { room: 'jointContract' },
  followUpAgreed: { facts: 'follow-up' },
  rolledOut: { room: 'jointBenefit' },
  measured: { room: 'jointBenefit' },
  shared: { room: 'jointBenefit' },
}

export function placeOf(condition: Condition): Place {
  return PLACES[condition]
}

type Asked = { readonly reader: Actor; readonly joint: JointProcurement; readonly language: Language }

/** The way there for a reader whose turn it is; null for everybody else. */
export function whereToDo({ condition, of }: Hindrance, { reader, joint, language }: Asked): string | null {
  const place = placeOf(condition)
  const { id } = joint
  const room = (page: PageName) => address(language, page as 'jointProcurement', { id })
  if ('facts' in place) return mayLead(reader, joint) ? `${room('jointSettings')}#del-${place.facts}` : null
  if ('room' in place) {
    const isTurn = mayLead(reader, joint) || of.some((one) => mayWriteFor(reader, one))
    if (!isTurn) return null
    return place.part ? `${room(place.room)}#${place.part}` : room(place.room)
  }
  const own = of.find((one) => mayWriteFor(reader, one))
  if (!own) return null
  return `${address(language, 'jointParticipant', { id, organisation: own })}#del-${place.standing}`
}
