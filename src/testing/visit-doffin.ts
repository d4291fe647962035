import { doffinSource } from '#src/modules/notices/sources/doffin/doffin-source.ts'
import {
  importFromSource,
  type SourceImportOptions,
} from '#src/modules/notices/sources/remote/import-from-source.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from './database.ts'
import {
  DOFFIN_KEY,
  type DoffinHabits,
  type DoffinNotice,
  type FakeDoffin,
  startFakeDoffin,
} from './fake-doffin.ts'
import type { Rule } from './misbehaving-server.ts'
import { noticeXml } from './notice-xml.ts'
import { politeNetwork, QUICK_MANNERS } from './polite-network.ts'

/** What a visit asks for unless it says otherwise. */
export const SPAN = { since: '2026-11-01', until: '2026-11-04' }

/** Notice number so much, as Doffin has it. */
export function aDoffinNotice(number: number, issuedOn = '2026-11-02'): DoffinNotice {
  const id = `7f3c9a10-0000-4000-8000-${String(number).padStart(12, '0')}`
  return { id: `2026-${100_000 + number}`, issuedOn, xml: noticeXml({ id }) }
}

/** One on the first, one on the second and one on the last day. */
export const THREE = [
  aDoffinNotice(1, '2026-11-01'),
  aDoffinNotice(2, '2026-11-02'),
  aDoffinNotice(3, '2026-11-04'),
]

export type DoffinVisit = {
  readonly db: Database
  readonly doffin: FakeDoffin
  readonly run: (
    options?: Partial<SourceImportOptions> & { day?: string; key?: string },
  ) => ReturnType<typeof importFromSource>
  readonly downloads: () => number
  readonly searches: () => number
}

/** A database, and a Doffin that does wrong what is named. */
export function visitDoffin(
  notices: readonly DoffinNotice[],
  wrong: { rules?: readonly Rule[]; habits?: DoffinHabits },
  work: (visit: DoffinVisit) => Promise<void>,
) {
  return withDatabase(async (db) => {
    const doffin = await startFakeDoffin(notices, wrong)
    const count = (path: string) => doffin.asked.filter((one) => one.path.includes(path)).length
    const run: DoffinVisit['run'] = ({ day = '2026-11-04', key = DOFFIN_KEY, ...options } = {}) => {
      const { network } = politeNetwork()
      const source = doffinSource({ url: doffin.url, key, network, manners: QUICK_MANNERS })
      const now = () => new Date(`${day}T12:00:00Z`)
      return importFromSource({ db, now }, source, {
        signal: new AbortController().signal,
        ...SPAN,
        ...options,
      })
    }
    try {
      await work({ db, doffin, run, downloads: () => count('/download/'), searches: () => count('/search') })
    } finally {
      await doffin.close()
    }
  })
}
