import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { freePort, runCommand, startSite } from '#src/testing/running-site.ts'

test('a second server on the same data folder is refused, and told whose it is and what to do', async () => {
  const settings = { DATA_DIR: inject('siteDataDir'), PORT: String(await freePort()) }
  const second = await runCommand(['serve'], settings)
  expect(second.code).toBe(2)
  expect(second.error).toMatch(/process \(\d+\)/)
  expect(second.error).not.toMatch(/\n\s+at /)
})

test('a port that is taken is told in a sentence', async () => {
  const settings = {
    DATA_DIR: mkdtempSync(join(tmpdir(), 'spydspiss-port-')),
    PORT: new URL(inject('siteUrl')).port,
  }
  const second = await runCommand(['serve'], settings)
  expect(second.code).toBe(2)
  expect(second.error).toContain('Something else is using port')
})

test('a wrong setting is told by its name, without a stack', async () => {
  const refused = await runCommand(['serve'], { MODE: 'production', PORT: 'many' })
  expect(refused.code).toBe(2)
  expect(refused.error).toContain('PORT')
  expect(refused.error).not.toMatch(/\n\s+at /)
  expect((await runCommand(['serve'], { MODE: 'production' })).error).toContain('BASE_URL')
})

test('SIGTERM ends the site well, and what it knew is there when it starts again', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'spydspiss-again-'))
  const first = await startSite({ dataDir })
  expect(first.log()).toContain('"msg":"ready"')
  expect(await first.stop('SIGTERM')).toBe(0)

  const second = await startSite({ dataDir })
  const answer = await fetch(`${second.url}/api/v1/cases/case-016`)
  expect(await answer.json()).toMatchObject({ id: 'case-016' })
  expect(await second.stop('SIGKILL')).toBeNull()

  const third = await startSite({ dataDir })
  expect((await fetch(`${third.url}/health/live`)).status).toBe(200)
  expect(await third.stop()).toBe(0)
})

test('a request id is answered and logged, and what people search for is not', async () => {
  const site = await startSite()
  const answer = await fetch(`${site.url}/sok?q=hemmelig-sykdom`, { headers: { 'user-agent': 'a browser' } })
  const requestId = answer.headers.get('x-request-id')
  expect(requestId).toBeTruthy()
  await site.stop()
  const lines = site
    .log()
    .split('\n')
    .filter((line) => line.includes(String(requestId)))
  expect(lines.length).toBeGreaterThan(0)
  expect(site.log()).not.toContain('hemmelig-sykdom')
})

test('the server tells how it is, and its figures in the form of Prometheus', async () => {
  const url = inject('siteUrl')
  expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'ready' })
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/http_request_duration_seconds_bucket\{/)
})

test('the command line explains itself, and ends with a code that tells', async () => {
  const settings = { DATA_DIR: join(tmpdir(), 'spydspiss-nothing-here') }
  const help = await runCommand(['--help'], settings)
  expect(help.code).toBe(0)
  for (const name of ['import', 'search', 'serve', 'migrate', 'doctor']) expect(help.out).toContain(name)
  expect((await runCommand(['import', '--help'], settings)).out).toContain(
    'read = stored + unchanged + superseded + quarantined',
  )
  expect((await runCommand(['improt'], settings)).code).toBe(2)
  expect(existsSync(settings.DATA_DIR), 'asking for help makes nothing').toBe(false)
})

test('search and doctor run inside the running server', async () => {
  const settings = { DATA_DIR: inject('siteDataDir') }
  const found = await runCommand(['search', 'trygghetsalarm', '--json'], settings)
  expect(JSON.parse(found.out)).toMatchObject({ query: { q: 'trygghetsalarm' }, suggestion: null })
  expect(found.out).toContain('case-016')
  const examined = await runCommand(['doctor'], settings)
  expect(examined.code, examined.out).toBe(0)
  expect(examined.out).toContain('357 municipalities and 15 counties')
})
