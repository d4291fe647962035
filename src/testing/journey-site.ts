import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { noticeXml } from './notice-xml.ts'
import { startSite } from './running-site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The site that all journeys visit. */
    siteUrl: string
    siteDataDir: string
  }
}

const GOLDEN = join(import.meta.dirname, '../modules/notices/eforms/golden')
const MONTH_MS = 30 * 24 * 60 * 60 * 1000

export const OPEN_NOTICE = {
  id: '0b9d7d10-5d0f-4d0c-9a35-00000000aaa1',
  title: 'Varsling når beboere går ut om natten',
}
export const CLOSED_NOTICE = {
  id: '0b9d7d10-5d0f-4d0c-9a35-00000000aaa2',
  title: 'Fristen for denne er gått ut',
}

/** Bought by a cooperative for its members, whom it does not name. */
export const COOPERATIVE_NOTICE = {
  id: '0b9d7d10-5d0f-4d0c-9a35-00000000aaa3',
  title: 'Rammeavtale for fjernvarme i svømmehaller',
  buyer: { name: 'Nordmøre Interkommunale Innkjøpssamarbeid' },
}

/** Set-up of the journeys: one site with what ships, our own golden notices, one that is open and one that has closed. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const notices = mkdtempSync(join(tmpdir(), 'spydspiss-notices-'))
  writeFileSync(join(notices, 'open.xml'), withDeadline(noticeXml(OPEN_NOTICE), Date.now() + MONTH_MS))
  writeFileSync(join(notices, 'closed.xml'), withDeadline(noticeXml(CLOSED_NOTICE), Date.now() - MONTH_MS))
  writeFileSync(join(notices, 'cooperative.xml'), noticeXml(COOPERATIVE_NOTICE))
  const site = await startSite({ settings: { LOG_LEVEL: 'warn' } })
  const imported = await site.command('import', ...globSync(`${GOLDEN}/*/notice.xml`), notices)
  rmSync(notices, { recursive: true })
  if (imported.code !== 0)
    throw new Error(`The notices of the journeys were not read:\n${imported.out}${imported.error}`)
  project.provide('siteUrl', site.url)
  project.provide('siteDataDir', site.dataDir)
  return async () => {
    await site.stop()
  }
}

function withDeadline(xml: string, at: number): string {
  const day = new Date(at).toISOString().slice(0, 10)
  return xml.replace('<cbc:EndDate>2026-12-01+01:00<', `<cbc:EndDate>${day}+01:00<`)
}
