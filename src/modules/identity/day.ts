import { TIME_ZONE } from '#src/platform/clock.ts'

/** Which day it is then in Norway, as `2026-11-22`; roles and mandates hold by the day. */
export function dayOf(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDate()
    .toString()
}
