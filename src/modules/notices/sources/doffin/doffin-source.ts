import type { RemoteSource } from '#src/modules/notices/sources/remote/remote-source.ts'
import { createDoffinApi, type DoffinSettings } from './doffin-api.ts'
import { searchDay } from './search-day.ts'

/** Seven days have been seen between the day a notice is issued and the day it is published. */
const LATE_DAYS = 10

/** Doffin, by the day notices were issued: the only date it can be asked for. */
export function doffinSource(settings: DoffinSettings): RemoteSource {
  const api = createDoffinApi(settings)
  return {
    name: 'doffin',
    question: '',
    lateDays: LATE_DAYS,
    searchDay: (day, signal) => searchDay(api, day, signal),
    download: api.download,
  }
}
