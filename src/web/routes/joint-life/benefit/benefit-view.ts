import type { Messages } from '#src/messages/index.ts'
import { BENEFIT_MONTHS, MEASURED_GRADES } from '#src/modules/joint-procurement/contract.ts'
import {
  buyers,
  duesOf,
  inUseSince,
  type JointProcurement,
  type Measurement,
  type RollOutStep,
  standingOf,
} from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'

type Known = {
  readonly joint: JointProcurement
  readonly steps: readonly RollOutStep[]
  readonly measurements: readonly Measurement[]
  readonly today: Temporal.PlainDate
}
type Saying = {
  readonly nameOf: (organisation: OrganisationId) => string
  readonly messages: Messages
}

export type MeasuredView =
  | {
      readonly kind: 'measured'
      readonly figure: string
      readonly what: string
      readonly lines: readonly string[]
    }
  | { readonly kind: 'notMeasured'; readonly why: string }
  | { readonly kind: 'notDue' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unknown' }

export function benefitView(known: Known, saying: Saying) {
  const { joint, steps, today } = known
  const { nameOf, messages } = saying
  const { date, t } = messages
  const organisations = buyers(joint).map(({ organisation }) => organisation)
  const rows = organisations
    .map((organisation) => rowOf(organisation, known, saying))
    .toSorted((a, b) => a.name.localeCompare(b.name, messages.language))
  return {
    rows,
    inUse: rows.filter(({ status }) => status === 'in-use').length,
    dues: duesOf({ ...known, organisations, steps, today }).map(({ organisation, months, on, isPast }) => ({
      text: t('jointBenefit.due.one', { who: nameOf(organisation), months, date: date(on) }),
      isPast,
    })),
    grades: MEASURED_GRADES.map((value) => ({ value, text: t(`case.grade.${value}`) })),
  }
}

function rowOf(organisation: OrganisationId, known: Known, { nameOf, messages: { date, t } }: Saying) {
  const { steps, measurements } = known
  const standing = standingOf(steps, organisation)
  return {
    id: organisation as string,
    name: nameOf(organisation),
    status: standing?.status ?? null,
    since: standing && date(standing.on),
    words: standing?.words ?? null,
    earlier: steps
      .filter((step) => step.organisation === organisation && step !== standing)
      .map(({ status, on }) => `${t(`jointBenefit.status.${status}`)} ${date(on)}`),
    measured: BENEFIT_MONTHS.map((months) => ({
      months,
      view: measuredOf(
        measurements.find((one) => one.organisation === organisation && one.months === months),
        {
          ...known,
          since: inUseSince(steps, organisation)?.add({ months }) ?? null,
          hasStopped: standing?.status === 'stopped',
          t,
          date,
        },
      ),
    })),
  }
}

type About = Pick<Known, 'today'> &
  Pick<Messages, 't' | 'date'> & {
    /** When it is time to measure; null for one that does not use it. */
    readonly since: Temporal.PlainDate | null
    readonly hasStopped: boolean
  }

/** What nobody has told is not known; what is not due yet is said to be that. */
function measuredOf(
  one: Measurement | undefined,
  { since, hasStopped, today, t, date }: About,
): MeasuredView {
  if (!one) {
    if (hasStopped) return { kind: 'stopped' }
    const isAhead = since !== null && Temporal.PlainDate.compare(since, today) > 0
    return { kind: isAhead ? 'notDue' : 'unknown' }
  }
  const { measured, on } = one
  if ('notMeasured' in measured) return { kind: 'notMeasured', why: measured.notMeasured }
  const { what, value, unit, baseline, target, method, grade } = measured
  return {
    kind: 'measured',
    figure: `${value} ${unit}`,
    what,
    lines: [
      t(`case.grade.${grade}`),
      ...(baseline ? [t('jointBenefit.baseline', { text: baseline })] : []),
      ...(target ? [t('jointBenefit.target', { text: target })] : []),
      ...(method ? [t('jointBenefit.method', { text: method })] : []),
      t('jointBenefit.measuredOn', { date: date(on) }),
    ],
  }
}
