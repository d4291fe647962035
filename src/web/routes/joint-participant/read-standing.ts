import type { z } from 'zod'
import {
  type ParticipantStanding,
  STANDING_FORMS,
  STANDING_PARTS,
  type StandingPart,
} from '#src/modules/joint-procurement/contract.ts'
import { readDay, textIn } from '#src/web/read-form.ts'

/** The fields of each part, in the order they are asked. Their names in the form begin with the part. */
export const STANDING_FIELDS = {
  intent: ['on', 'words'],
  anchoring: ['body', 'meetingOn', 'decidedOn', 'delegation', 'documentUrl', 'archiveReference'],
  mandate: ['signedBy', 'title', 'authority', 'signedOn', 'documentUrl', 'archiveReference'],
  share: ['amount', 'unit', 'costShare', 'signer', 'optionUntil', 'mailbox', 'contactRole'],
  requirements: ['requirementsApprovedOn'],
  independence: ['independenceOn'],
} as const satisfies Record<StandingPart, readonly string[]>
export type StandingField = (typeof STANDING_FIELDS)[StandingPart][number]

export const DAYS: ReadonlySet<string> = new Set<StandingField>([
  'on',
  'meetingOn',
  'decidedOn',
  'signedOn',
  'optionUntil',
  'requirementsApprovedOn',
  'independenceOn',
])

export function fieldName(part: StandingPart, field: string): string {
  return `${part}-${field}`
}

export type ReadStanding =
  | { readonly ok: true; readonly standing: Partial<ParticipantStanding> }
  | { readonly ok: false; readonly error: z.ZodError }

/** Which part was sent, or null for none there is. */
export function partIn(form: FormData): StandingPart | null {
  const sent = textIn(form, 'part')
  return STANDING_PARTS.find((part) => part === sent) ?? null
}

/** What was filled in of one part. A day nobody can read stays as it was typed, so that the form says so. */
export function readStanding(form: FormData, part: StandingPart): ReadStanding {
  const typed = Object.fromEntries(
    STANDING_FIELDS[part].map((field) => {
      const text = textIn(form, fieldName(part, field))
      return [field, DAYS.has(field) ? (readDay(text)?.toString() ?? text) : text]
    }),
  )
  switch (part) {
    case 'intent':
      return of(STANDING_FORMS.intent.safeParse(typed), (intent) => ({ intent }))
    case 'anchoring':
      return of(STANDING_FORMS.anchoring.safeParse(typed), (anchoring) => ({ anchoring }))
    case 'mandate':
      return of(STANDING_FORMS.mandate.safeParse(typed), (mandate) => ({ mandate }))
    case 'share':
      return of(STANDING_FORMS.share.safeParse(typed), ({ amount, unit, ...share }) => ({
        ...share,
        volume: amount === null ? null : { amount, unit },
      }))
    case 'requirements':
      return of(STANDING_FORMS.requirements.safeParse(typed), (told) => told)
    case 'independence':
      return of(STANDING_FORMS.independence.safeParse(typed), (told) => told)
  }
}

function of<Told>(
  read: z.ZodSafeParseResult<Told>,
  toStanding: (told: Told) => Partial<ParticipantStanding>,
): ReadStanding {
  return read.success ? { ok: true, standing: toStanding(read.data) } : { ok: false, error: read.error }
}
