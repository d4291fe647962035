import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { contractNoticeXml } from './contract-notices.ts'
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
/** The browsers of the journeys say where they sit, as a proxy before the site would. */
const LOOPBACK = '127.0.0.1,::1'
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

/** What Røyrvik and two of its neighbours buy, each alone, in contracts that end on one day in a year or so. */
export const LEAK_CONTRACTS = {
  cpv: '65110000',
  endsOn: dayAt(Date.now() + 14 * MONTH_MS),
  notices: [
    { id: '0b9d7d10-5d0f-4d0c-9a35-00000000aab1', name: 'Røyrvik', number: '964982120' },
    { id: '0b9d7d10-5d0f-4d0c-9a35-00000000aab2', name: 'Lierne', number: '972417963' },
    { id: '0b9d7d10-5d0f-4d0c-9a35-00000000aab3', name: 'Namsskogan', number: '964982212' },
  ].map((one) => ({ ...one, title: `Lekkasjesøk på vannledninger i ${one.name}` })),
} as const

/** Set-up of the journeys: one site with what ships, our own golden notices, one that is open, one that has closed, and contracts that end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const notices = mkdtempSync(join(tmpdir(), 'spydspiss-notices-'))
  writeFileSync(join(notices, 'open.xml'), withDeadline(noticeXml(OPEN_NOTICE), Date.now() + MONTH_MS))
  writeFileSync(join(notices, 'closed.xml'), withDeadline(noticeXml(CLOSED_NOTICE), Date.now() - MONTH_MS))
  writeFileSync(join(notices, 'cooperative.xml'), noticeXml(COOPERATIVE_NOTICE))
  for (const { id, title, name, number } of LEAK_CONTRACTS.notices)
    writeFileSync(join(notices, `${id}.xml`), leakContract({ id, title, name, number }))
  const site = await startSite({ settings: { LOG_LEVEL: 'warn', TRUSTED_PROXIES: LOOPBACK } })
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
  return xml.replace('<cbc:EndDate>2026-12-01+01:00<', `<cbc:EndDate>${dayAt(at)}+01:00<`)
}

function leakContract({ id, title, name, number }: (typeof LEAK_CONTRACTS.notices)[number]): string {
  const { cpv, endsOn } = LEAK_CONTRACTS
  const buyers = [{ name: `${name} kommune`, number }]
  return contractNoticeXml({ id, title, cpv, endsOn, buyers, publishedOn: dayAt(Date.now() - 24 * MONTH_MS) })
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
