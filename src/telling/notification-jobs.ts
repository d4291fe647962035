import { handOverMails, lookForNews, makeMails, tellPeople } from '#src/modules/notifications/index.ts'
import type { Search } from '#src/modules/search/index.ts'
import { type Clock, TIME_ZONE } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import type { Job } from '#src/platform/jobs/index.ts'
import type { Mailer } from '#src/platform/mail/index.ts'
import { ok } from '#src/platform/result.ts'
import { AUDIENCES } from './audiences.ts'
import { findHitsWith } from './find-hits.ts'
import { mailRemovalAnswers } from './removal-answers.ts'

type Parts = {
  readonly db: Database
  readonly now: Clock
  readonly search: Pick<Search, 'search'>
  /** Null where no mail server is set: then what would be mailed waits. */
  readonly mailer: Mailer | null
  /** The address of the site. */
  readonly site: string
}

const MINUTE_MS = 60_000
const MONDAY = 1
const DIGEST_HOUR = 7

/** What tells people: from the events to the list and by mail each half minute, gathered on Monday mornings. */
export function notificationJobs({ db, now, search, mailer, site }: Parts): readonly Job[] {
  // Due each time somebody looks for what is due, which is every half minute.
  const soon = (moment: Date) => new Date(moment.getTime() + MINUTE_MS / 6)
  return [
    {
      name: 'notifications',
      nextAfter: soon,
      run: async (signal) => {
        const events = await tellPeople(db, AUDIENCES)
        const searches = await lookForNews({ db, now, signal, findHits: findHitsWith(search) })
        return ok({ events, searches })
      },
    },
    {
      name: 'mail',
      nextAfter: soon,
      run: async (signal) => {
        if (!mailer) return ok({ off: true })
        await makeMails(db, { form: 'immediate', at: now() })
        const answers = await mailRemovalAnswers({ db, now, mailer, site, signal })
        return ok({ ...(await handOverMails({ db, now, mailer, site, signal })), answers })
      },
    },
    {
      name: 'mail-digest',
      nextAfter: nextDigest,
      run: async () => ok({ mails: mailer ? await makeMails(db, { form: 'digest', at: now() }) : 0 }),
    },
  ]
}

/** The next Monday at seven in Norway. */
export function nextDigest(moment: Date): Date {
  const now = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(TIME_ZONE)
  const thisWeek = now
    .subtract({ days: now.dayOfWeek - MONDAY })
    .withPlainTime(Temporal.PlainTime.from({ hour: DIGEST_HOUR }))
  const next = Temporal.ZonedDateTime.compare(thisWeek, now) > 0 ? thisWeek : thisWeek.add({ weeks: 1 })
  return new Date(next.epochMilliseconds)
}
