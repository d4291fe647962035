import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { type RunningSite, runCommand, startSite } from '#src/testing/running-site.ts'

const ID = '0b9d7d10-5d0f-4d0c-9a35-00000000bbb1'
const folder = mkdtempSync(join(tmpdir(), 'spydspiss-keep-'))
const file = join(folder, 'all.spydspiss')
let site: RunningSite

beforeAll(async () => {
  site = await startSite({ settings: { LOG_LEVEL: 'warn' } })
  writeFileSync(join(folder, 'notice.xml'), noticeXml({ id: ID, title: 'Hjelp når noe skjer om natten' }))
  writeFileSync(join(folder, 'letter.xml'), 'Hei, dette er et brev.')
  expect((await site.command('import', folder)).code).toBe(1)
})
afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true })
})

test('a backup of the running site is restored elsewhere, and the site there shows the same', async () => {
  const written = await site.command('backup', file)
  expect(written.code, written.error).toBe(0)

  const dataDir = join(folder, 'elsewhere')
  const restored = await runCommand(['restore', file], { DATA_DIR: dataDir })
  expect(restored.code, restored.error).toBe(0)

  const other = await startSite({ dataDir, settings: { LOG_LEVEL: 'warn' } })
  const address = `/api/v1/notices/${ID}`
  expect(await answerOf(other, address)).toEqual(await answerOf(site, address))
  const found = await answerOf(other, '/api/v1/search?q=natten')
  expect(JSON.stringify(found)).toContain(`${ID}-01`)
  expect(found).toEqual(await answerOf(site, '/api/v1/search?q=natten'))
  const original = `${address}/original`
  expect(await (await fetch(other.url + original)).text()).toBe(
    await (await fetch(site.url + original)).text(),
  )
  await other.stop()
})

test('a restore into a running site is refused, and told why and what to do', async () => {
  await site.command('backup', join(folder, 'again.spydspiss'))
  const refused = await site.command('restore', join(folder, 'again.spydspiss'))
  expect(refused.code).toBe(2)
  expect(refused.error).toContain(`process ${site.pid}`)
  expect(refused.error).toContain('Stop the server')
})

test('a damaged backup is refused before anything is made', async () => {
  const damaged = join(folder, 'damaged.spydspiss')
  writeFileSync(
    damaged,
    'SPYDSPISS BACKUP 1\n and then nothing that anybody could read, however long it went on ….',
  )
  const dataDir = join(folder, 'nowhere')
  const refused = await runCommand(['restore', damaged], { DATA_DIR: dataDir })
  expect(refused.code).toBe(2)
  expect(refused.error).toContain('damaged or cut off')
  expect((await runCommand(['restore', dataDir], { DATA_DIR: dataDir })).error).toContain('no such file')
})

test('the quarantine tells what could not be read and why, and tries again', async () => {
  const listed = await site.command('quarantine', 'list')
  expect(listed.out).toContain('letter.xml')
  expect(listed.out).toContain('The file is not XML')
  const id = /^([0-9a-f]{12}) /m.exec(listed.out)?.[1] ?? ''
  expect((await site.command('quarantine', 'show', id)).out).toMatch(/letter\.xml[\s\S]*\(notXml\)/)
  const again = await site.command('quarantine', 'retry', '--all')
  expect([again.code, again.out.trim()]).toEqual([1, '1 tried again: 0 could be read, 1 could not.'])
  expect((await site.command('quarantine', 'show', 'ffff-nothing')).code).toBe(2)
})

test('notices are made anew on the running site', async () => {
  const anew = await site.command('reprocess', '--only', ID, '--json')
  expect(JSON.parse(anew.out)).toMatchObject({ read: 1, changed: 0, unchanged: 1, kept: 0 })
  expect((await site.command('reprocess', '--json')).code).toBe(0)
  expect((await site.command('reprocess', '--only', 'outdated', '--json')).out).toContain('"read":0')
  expect((await site.command('reprocess', '--only', 'outdated', '--only', ID)).code).toBe(2)
})

async function answerOf(place: RunningSite, address: string): Promise<unknown> {
  const text = await (await fetch(`${place.url}${address}`)).text()
  return JSON.parse(text.replaceAll(place.url, ''))
}
