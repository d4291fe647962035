import { mayReadNeed, type Reader } from '#src/modules/needs/policy.ts'
import {
  type BuyerFilter,
  comingContractEnds,
  countResultsWithoutEnd,
  plannedPurchases,
  type ResultCount,
} from '#src/modules/notices/index.ts'
import { type Register, readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { TIME_ZONE } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import type { Memory } from '#src/platform/remember-answers.ts'
import { circleOf, type RadarCircle } from './circle.ts'
import { groupItems, type RadarGroup } from './group-items.ts'
import type { JointEndsSource } from './joint-end.ts'
import {
  isWantedIn,
  itemOfContractEnd,
  itemOfJointEnd,
  itemOfNeed,
  itemOfPlan,
  type RadarItem,
} from './radar-item.ts'
import { partyReader } from './radar-party.ts'
import { type Period, periodOf, RADAR_MONTHS, type RadarQuestion } from './radar-question.ts'
import { type RadarNeed, radarNeeds } from './radar-repository.ts'
import { toldOnce } from './told-once.ts'
import { themesOf, whatKey, whatOf } from './what.ts'

export type Radar = {
  readonly question: RadarQuestion
  readonly period: Period
  readonly circle: RadarCircle
  readonly groups: readonly RadarGroup[]
  /** How many things there are in all groups. */
  readonly total: number
  /** There is more than is shown: it ends later than what is. */
  readonly isCut: boolean
  /** Results of the last four years in the circle, and how many of them do not tell when the contract ends. */
  readonly known: ResultCount
  /** Who has announced a need for the same, by the key of the group; everywhere, and at any time. */
  readonly wantedBy: ReadonlyMap<string, readonly string[]>
}

type Reading = {
  readonly db: Database
  readonly now: Clock
  readonly register?: Register
  /** Where there is one, what the notices of the whole country say is not read again for everybody who asks. */
  readonly remember?: Memory
  /** Who keeps contracts of joint procurements. */
  readonly jointEnds?: JointEndsSource
}

/** So many contract ends and so many plans are read at most: what a page of the whole country can hold. */
const MOST = 3000
/** Framework agreements last four years at most in ordinary cases (FOA § 26-1), so older results have mostly ended. */
const RESULTS_FOR_MONTHS = 48
/** A plan that says no time is taken to be about the year that follows (directive 2014/24/EU, article 27 no. 2). */
const PLANS_FOR_MONTHS = 12

/** What the circle must, plans to, or wants to buy in the period: one question to the database for each kind. */
export async function readRadar(reading: Reading, question: RadarQuestion, reader: Reader): Promise<Radar> {
  const { db, now } = reading
  const register = reading.register ?? (await readRegister(db))
  const today = Temporal.Instant.fromEpochMilliseconds(now().getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDate()
  const period = periodOf(question, today.toString())
  const circle = circleOf(register, question)
  const [[ends, plans, counted], needs, jointEnds] = await Promise.all([
    readNotices(reading, { question, circle, period, today }),
    radarNeeds(db),
    reading.jointEnds?.(db, reader, period) ?? [],
  ])
  const parties = partyReader(register, circle)
  const readable = needs.filter((need) => mayReadNeed(reader, need))
  const all = [
    ...ends.map((end) => itemOfContractEnd(end, parties.ofNotice(end), period)),
    ...plans.map((plan) => itemOfPlan(plan, parties.ofNotice(plan))),
    ...jointEnds.map((end) => itemOfJointEnd(end, parties.ofOrganisations(end.organisations), period)),
    ...readable
      .filter((need) => isWantedIn(need, period))
      .map((need) => itemOfNeed(need, parties.ofOrganisation(need.organisation), period)),
  ].filter((item) => item.who.length > 0 && isAbout(item, question.theme))
  const items = toldOnce(all, jointEnds)
  return {
    question,
    period,
    circle,
    groups: groupItems(items, circle.own?.kommunenummer ?? null),
    total: items.length,
    isCut: ends.length === MOST,
    known: counted,
    wantedBy: wantedBy(readable, parties),
  }
}

type Asked = {
  readonly question: RadarQuestion
  readonly circle: RadarCircle
  readonly period: Period
  readonly today: Temporal.PlainDate
}

/** A circle is small, and read at once; the whole country is remembered for the time that most ask for. */
function readNotices({ db, remember }: Reading, { question, circle, period, today }: Asked) {
  const buyers = buyersOf(circle)
  const { from, until } = period
  const before = (months: number) => today.subtract({ months }).toString()
  const find = () =>
    Promise.all([
      comingContractEnds(db, { ...buyers, from, until, limit: MOST }),
      plannedPurchases(db, { ...buyers, from, until, since: before(PLANS_FOR_MONTHS), limit: MOST }),
      countResultsWithoutEnd(db, { ...buyers, since: before(RESULTS_FOR_MONTHS) }),
    ])
  const isCommon = circle.kind === 'all' && question.from === null && question.months === RADAR_MONTHS[0]
  return remember && isCommon ? remember(['radar', from, until], find) : find()
}

/** Everybody is asked for in one way, whoever asks, so that the answer can be remembered. */
function buyersOf({ members, organisations, kinds }: RadarCircle): BuyerFilter {
  if (kinds.length > 0) return { kinds }
  return { kommunenumre: members.map(({ municipality }) => municipality.kommunenummer), organisations }
}

function isAbout(item: RadarItem, theme: string | null): boolean {
  return theme === null || themesOf(item).has(theme)
}

function wantedBy(needs: readonly RadarNeed[], parties: ReturnType<typeof partyReader>): Radar['wantedBy'] {
  const groups = Map.groupBy(needs, (need) => whatKey(whatOf(need)))
  return new Map(
    [...groups].map(([key, all]) => [
      key,
      [
        ...new Set(
          all.flatMap(({ organisation }) => {
            const { who, beside } = parties.ofOrganisation(organisation)
            return [...who, ...beside].map((one) => one.key)
          }),
        ),
      ],
    ]),
  )
}

/** How many others than those whose it is have announced a need for the same. */
export function othersWanting(
  { wantedBy }: Pick<Radar, 'wantedBy'>,
  group: RadarGroup,
  item: RadarItem,
): number {
  const its = new Set(item.who.map((one) => one.key))
  return (wantedBy.get(group.key) ?? []).filter((key) => !its.has(key)).length
}
