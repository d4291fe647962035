import { z } from 'zod'

const DECIDING = ['council', 'executive-board', 'committee', 'chief-executive', 'delegated'] as const

const line = z.string().trim().max(300).catch('')
const day = z.iso.date()

/** What a participant has told of itself. What is not told yet is null. */
export const ParticipantStanding = z.object({
  /** That it means to take part; binds to nothing. */
  intent: z.object({ on: day, words: line }).nullable().catch(null),
  /** Who decided, when, and under which delegation; `meetingOn` is when it will be, where it is not decided. */
  anchoring: z
    .object({
      body: z.enum(DECIDING),
      meetingOn: day.nullable().catch(null),
      decidedOn: day.nullable().catch(null),
      delegation: line,
      documentUrl: z
        .url({ protocol: /^https?$/ })
        .nullable()
        .catch(null),
      archiveReference: line,
    })
    .nullable()
    .catch(null),
  /** The mandate to the lead or host, signed by somebody with authority. */
  mandate: z
    .object({
      signedBy: line,
      title: line,
      authority: line,
      signedOn: day,
      documentUrl: z
        .url({ protocol: /^https?$/ })
        .nullable()
        .catch(null),
      archiveReference: line,
    })
    .nullable()
    .catch(null),
  /** Its part of the costs, in per cent, where the key does not give it. */
  costShare: z.number().min(0).max(100).nullable().catch(null),
  volume: z
    .object({ amount: z.number().positive().max(1e12), unit: line })
    .nullable()
    .catch(null),
  signer: z.enum(['self', 'lead', 'host']).nullable().catch(null),
  /** For those with an option: the last day it can be used. */
  optionUntil: day.nullable().catch(null),
  /** Its organisation number where the register lacks it; nine digits that pass the check. */
  organisationNumber: z
    .string()
    .regex(/^\d{9}$/)
    .nullable()
    .catch(null),
  /** A role mailbox and the role that answers, never a person's. */
  mailbox: z.email().nullable().catch(null),
  contactRole: line,
  /** That it has approved the basis of requirements. */
  requirementsApprovedOn: day.nullable().catch(null),
  independenceOn: day.nullable().catch(null),
})
export type ParticipantStanding = z.infer<typeof ParticipantStanding>
