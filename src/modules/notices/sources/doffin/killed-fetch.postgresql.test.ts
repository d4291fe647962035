import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { importFromSource, isComplete } from '#src/modules/notices/sources/remote/import-from-source.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { DOFFIN_KEY, startFakeDoffin } from '#src/testing/fake-doffin.ts'
import { politeNetwork, QUICK_MANNERS } from '#src/testing/polite-network.ts'
import { aDoffinNotice, SPAN } from '#src/testing/visit-doffin.ts'
import { doffinSource } from './doffin-source.ts'

const PROCESS = new URL('../../../../testing/fetching-process.ts', import.meta.url).pathname
const DAYS = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04']
const NOTICES = Array.from({ length: 120 }, (_, number) => aDoffinNotice(number, DAYS[number % 4]))
const KILLS = 8
/** As many as are stored together: what a kill can cost. */
const BATCH = 10

test('killed again and again while it fetches, it ends with each notice once, and fetches anew only what was in its hands', () =>
  withOwnDatabase(async (db) => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
    const databaseUrl = new URL(inject('postgresUrl') ?? '')
    databaseUrl.pathname = `/${rows[0]?.name}`
    const doffin = await startFakeDoffin(NOTICES)
    const downloads = () => doffin.asked.filter(({ path }) => path.includes('/download/')).length
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = downloads()
      const child = spawn(process.execPath, [PROCESS, databaseUrl.href, doffin.url, SPAN.since, SPAN.until], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      await Promise.race([once(child.stdout, 'data'), ended])
      // At another place in the batch each time.
      while (downloads() < Math.min(before + 3 + kill * 2, NOTICES.length) && child.exitCode === null)
        await new Promise((soon) => setTimeout(soon, 2))
      child.kill('SIGKILL')
      await ended
    }
    const source = doffinSource({
      url: doffin.url,
      key: DOFFIN_KEY,
      manners: QUICK_MANNERS,
      ...politeNetwork(),
    })
    const now = () => new Date('2026-11-04T12:00:00Z')
    const report = await importFromSource({ db, now }, source, {
      signal: new AbortController().signal,
      ...SPAN,
    })
    await doffin.close()

    expect(isComplete(report)).toBe(true)
    const { rows: stored } = await sql`
      select (select count(*) from notice) as notices, (select count(*) from notice_original) as originals,
        (select count(*) from source_hit where state = 'kept') as kept`.execute(db)
    expect(stored).toEqual([{ notices: 120, originals: 120, kept: 120 }])
    expect(downloads()).toBeLessThanOrEqual(NOTICES.length + KILLS * (BATCH + 1))
  }))
