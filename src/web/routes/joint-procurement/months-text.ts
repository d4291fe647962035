import type { Messages } from '#src/messages/index.ts'
import type { PathStep } from '#src/modules/joint-procurement/index.ts'

const WEEKS_IN_MONTH = 52 / 12

/** How long a step usually takes, in weeks where it is about a month, and what that rests on where it is not our guess. */
export function monthsText({ months, source }: PathStep, messages: Messages): string {
  const { t } = messages
  const time = timeText(months, messages)
  return source === 'assumption'
    ? time
    : t('joint.life.rests', { months: time, source: t(`joint.months.${source}`) })
}

function timeText([least, most]: PathStep['months'], { t, number }: Messages): string {
  if (most > 1)
    return least > 0
      ? t('joint.months', { least: number(least), most: number(most) })
      : t('joint.months.most', { most: number(most) })
  const weeks = (value: number) => {
    const exact = value * WEEKS_IN_MONTH
    return number(exact < 2 ? Math.round(exact * 2) / 2 : Math.round(exact))
  }
  return least > 0
    ? t('joint.weeks', { least: weeks(least), most: weeks(most) })
    : t('joint.weeks.most', { most: weeks(most) })
}
