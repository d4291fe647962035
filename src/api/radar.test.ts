import { expect, test } from 'vitest'
import type { z } from 'zod'
import { now, seededApi } from '#src/testing/api-program.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { aRadarScene } from '#src/testing/radar.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { Problem } from './problem.ts'
import { RadarAnswer } from './radar-answer.ts'

let told: Promise<void> | null = null

async function aScene() {
  const { db, ask } = await seededApi()
  told ??= (async () => {
    await aRadarScene(db)
    const selbu = await municipalityId(db, '5032')
    const { personId: by } = await aPerson(db, { organisation: selbu, roles: ['coordinator'], at: now() })
    await aNeed(db, { organisation: selbu, by, content: { title: 'Åpent' } })
    await aNeed(db, {
      organisation: selbu,
      by,
      content: { title: 'Ikke åpent' },
      audience: 'public-employees',
    })
  })()
  await told
  const read = async (query: string): Promise<z.infer<typeof RadarAnswer>> =>
    RadarAnswer.parse(await (await ask(`/radar?${query}`)).json())
  return { ask, read }
}

test('a program reads what a circle must buy, and what is the same', async () => {
  const { read } = await aScene()
  const radar = await read('municipality=5033')
  expect(radar).toMatchObject({
    from: '2026-11-21',
    until: '2028-10-31',
    circle: 'around',
    complete: true,
    total: 5,
    results: { total: 4, withoutEnd: 0 },
    municipalities: expect.arrayContaining([{ number: '5032', name: 'Selbu' }]),
  })
  expect(radar.groups[0]).toMatchObject({
    own: true,
    years: [2027],
    items: 3,
    what: { theme: 'digitalisering' },
  })
  expect(radar.items[1]).toMatchObject({
    kind: 'contract-end',
    on: '2027-05-31',
    who: [{ name: 'Selbu', municipality: '5032', named: true }],
    terms: { latestEndsOn: '2029-05-31', renewals: 2, basis: 'period' },
    url: 'http://localhost:3000/kunngjoringer/bbbbbbbb-0000-4000-8000-000000000002-01',
  })
  expect((await read('municipality=5033&kind=need')).items.map(({ title }) => title)).toEqual(['Åpent'])
})

test('pages of it hold everything once', async () => {
  const { read } = await aScene()
  const found: string[] = []
  let query = 'circle=all&limit=2'
  for (;;) {
    const page = await read(query)
    found.push(...page.items.map(({ id }) => id))
    if (!page.next) break
    query = new URL(page.next).search.slice(1)
  }
  const { items } = await read('circle=all&limit=100')
  expect(found).toEqual(items.map(({ id }) => id))
  expect(new Set(found).size).toBe(found.length)
})

test.each([
  ['municipality=9999', 'municipality'],
  ['municipality=1665', 'municipality'],
  ['county=99', 'county'],
  ['circle=around', 'circle'],
  ['circle=county', 'circle'],
  ['from=2027-13', 'from'],
  ['months=0', 'months'],
  ['kind=wish', 'kind'],
])('%s is told to be wrong', async (query, name) => {
  const { ask } = await aScene()
  const answer = await ask(`/radar?${query}`)
  expect(answer.status).toBe(400)
  expect(Problem.parse(await answer.json())).toMatchObject({ parameters: [{ name }] })
})
