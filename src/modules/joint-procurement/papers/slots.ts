import type { ScheduleForm } from './schedule-form.ts'

export type Slot = { readonly day: string; readonly from: string; readonly until: string }

/** The times of one-to-one meetings: all equally long, with the same pause, as many as there is room for on the days. */
export function slots({ day1, day2, day3, minutes, pause, ...hours }: ScheduleForm): readonly Slot[] {
  const days = [...new Set([day1, day2, day3])].filter((day) => day !== null).toSorted()
  const [start, end] = [minutesOf(hours.start), minutesOf(hours.end)]
  return days.flatMap((day) => {
    const times: Slot[] = []
    for (let at = start; at + minutes <= end; at += minutes + pause)
      times.push({ day, from: clock(at), until: clock(at + minutes) })
    return times
  })
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`
}
