import type { Actor } from '#src/modules/identity/index.ts'
import { InvitationForm, type JointPaperKind, ScheduleForm } from '#src/modules/joint-procurement/contract.ts'
import { buyers, type JointProcurement, type PaperInput } from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { readDay } from '#src/web/read-form.ts'

/** What was filled in for the paper; nothing was is all right, and null is wrong. */
export function filledIn(
  kind: JointPaperKind,
  asked: URLSearchParams,
): Pick<PaperInput, 'schedule' | 'invitation'> | null {
  if (kind !== 'schedule' && kind !== 'invitation') return {}
  if (!asked.has(kind === 'schedule' ? 'minutes' : 'day')) return {}
  const typed = typedIn(asked)
  if (kind === 'schedule') {
    const read = ScheduleForm.safeParse(typed)
    return read.success ? { schedule: read.data } : null
  }
  const read = InvitationForm.safeParse(typed)
  return read.success ? { invitation: read.data } : null
}

const DAYS = ['day', 'day1', 'day2', 'day3', 'deadline'] as const

/** What was typed, with days as the browser sends them, also where people wrote them. */
export function typedIn(asked: URLSearchParams): Record<string, string> {
  const typed: Record<string, string> = Object.fromEntries(asked)
  for (const day of DAYS) typed[day] = readDay(typed[day] ?? '')?.toString() ?? typed[day] ?? ''
  for (const text of ['from', 'until', 'place', 'start', 'end', 'room']) typed[text] ??= ''
  return typed
}

/** Whom it is made for: the one asked for, else the reader's own, else the first who does not lead. */
export function recipientOf(
  procurement: JointProcurement,
  reader: Actor | null,
  asked: string | null,
): OrganisationId | null {
  const all = buyers(procurement).map(({ organisation }) => organisation)
  const own = all.find((one) => one === reader?.organisation) ?? all.find((one) => reader?.actsFor.has(one))
  return all.find((one) => one === asked) ?? own ?? all.find((one) => one !== procurement.lead) ?? null
}
