import { expect, test } from 'vitest'
import { findNotice, importNotices } from '#src/modules/notices/index.ts'
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
    await keepCurrent({ db, now, log }, (progress) => {
      told.push(progress?.done ?? null)
      if (progress && answers.length === 0)
        answers.push(findNotice(db, '0b9d7d10-5d0f-4d0c-9a35-000000000001'))
    }).done

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

    await keepCurrent({ db, now, log }, () => {}).done
    expect(await left()).toBe(0)
  }))
