import { expect, test, vi } from 'vitest'
import { findNotice, importNotices, isAnythingOutdated } from '#src/modules/notices/index.ts'
import { readRegister, seedOrganisations } from '#src/modules/organisations/index.ts'
import { newId } from '#src/platform/ids.ts'
import { createLog } from '#src/platform/log.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { keepCurrent } from './keep-current.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const log = createLog({ LOG_LEVEL: 'silent' })
const COUNT = 60

async function* notices() {
  for (let at = 0; at < COUNT; at += 1) {
    const id = `0b9d7d10-5d0f-4d0c-9a35-${String(at).padStart(12, '0')}`
    yield { name: `${at}.xml`, bytes: new TextEncoder().encode(noticeXml({ id })) }
  }
}

test('after an upgrade what an older reader has made is made anew beside the site, and the progress can be asked for', () =>
  withOwnDatabase(async (db) => {
    await importNotices({ db, now }, notices())
    await db.updateTable('notice').set({ reader_version: 0, title: 'ulest' }).execute()
    const told: (number | null)[] = []

    const answers: ReturnType<typeof findNotice>[] = []
    const current = keepCurrent({ db, now, log }, (progress) => {
      told.push(progress?.done ?? null)
      if (progress && answers.length === 0)
        answers.push(findNotice(db, '0b9d7d10-5d0f-4d0c-9a35-000000000001'))
    })
    await current.done
    await current.stop()

    expect(told.at(-1)).toBeNull()
    expect(told.at(-2)).toBe(COUNT)
    expect(told.length).toBeGreaterThan(2)
    expect(await Promise.all(answers)).toMatchObject([{ title: expect.any(String) }])
    const left = await db.selectFrom('notice').select('id').where('title', '=', 'ulest').execute()
    expect(left).toEqual([])
  }))

test('a server that is stopped does not wait for all of it, and the next start goes on', () =>
  withOwnDatabase(async (db) => {
    await importNotices({ db, now }, notices())
    await db.updateTable('notice').set({ reader_version: 0 }).execute()
    const left = async () =>
      (await db.selectFrom('notice').select('id').where('reader_version', '=', 0).execute()).length

    const first = keepCurrent({ db, now, log }, () => void first.stop())
    await first.done
    expect(await left()).toBeGreaterThan(0)
    expect(await left()).toBeLessThan(COUNT)

    const second = keepCurrent({ db, now, log }, () => {})
    await second.done
    await second.stop()
    expect(await left()).toBe(0)
  }))

test('of two servers one does it, and the other one sees that it is done', () =>
  withOwnDatabase(async (db) => {
    await importNotices({ db, now }, notices())
    await db.updateTable('notice').set({ reader_version: 0 }).execute()
    const worked = new Set<string>()
    const start = (name: string) =>
      keepCurrent({ db, now, log }, (progress) => void (progress && worked.add(name)), { lookMs: 20 })

    const servers = [start('one'), start('other')]
    await Promise.all(servers.map((server) => server.done))
    await Promise.all(servers.map((server) => server.stop()))

    expect(worked.size).toBe(1)
    expect(await isAnythingOutdated(db)).toBe(false)
  }))

test('when a cooperative gets a member while the server is up, its notices are found there soon', () =>
  withOwnDatabase(async (db) => {
    await seedOrganisations(db, { now })
    const { jointBodies, municipalities } = await readRegister(db)
    const body = jointBodies.find(({ name }) => name.startsWith('Nordmøre'))
    const [bergen] = [municipalities.get('4601')?.organisation ?? '']
    const id = '0b9d7d10-5d0f-4d0c-9a35-000000000001'
    await importNotices({ db, now }, noticeOf(noticeXml({ id, buyer: { name: body?.name ?? '' } })))
    const current = keepCurrent({ db, now, log }, () => {}, { lookMs: 20 })
    await current.done

    const membership = { scope: 'purchasing' as const, is_host: false, is_member: true, named_as: [] }
    await db
      .insertInto('acts_for')
      .values({ id: newId(), body_id: body?.id ?? '', principal_id: bergen, ...membership })
      .execute()
    await db
      .updateTable('organisation')
      .set({ note: 'flere' })
      .where('name', '=', body?.name ?? '')
      .execute()

    await vi.waitFor(async () => {
      const through = (await findNotice(db, id))?.boughtFor[0]
      expect(through?.principals.map(({ municipality }) => municipality?.name)).toContain('Bergen')
    }, 10_000)
    await current.stop()
  }))

async function* noticeOf(text: string) {
  yield { name: 'a.xml', bytes: new TextEncoder().encode(text) }
}
