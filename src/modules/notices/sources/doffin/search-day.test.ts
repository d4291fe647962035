import { expect, test } from 'vitest'
import {
  DOFFIN_KEY,
  type DoffinHabits,
  type DoffinNotice,
  startFakeDoffin,
} from '#src/testing/fake-doffin.ts'
import { politeNetwork, QUICK_MANNERS } from '#src/testing/polite-network.ts'
import { createDoffinApi } from './doffin-api.ts'
import { searchDay } from './search-day.ts'

const DAY = '2026-11-02'

function notices(count: number, of: (number: number) => Partial<DoffinNotice> = () => ({})): DoffinNotice[] {
  return Array.from({ length: count }, (_, number) => ({
    id: `2026-${100_000 + number}`,
    xml: '',
    issuedOn: DAY,
    ...of(number),
  }))
}

async function search(held: readonly DoffinNotice[], habits: DoffinHabits = {}) {
  const doffin = await startFakeDoffin(held, { habits })
  const { network } = politeNetwork()
  const api = createDoffinApi({ url: doffin.url, key: DOFFIN_KEY, network, manners: QUICK_MANNERS })
  const found = await searchDay(api, DAY, new AbortController().signal)
  await doffin.close()
  if (!found.ok) throw new Error(found.failure.code)
  const { announced, numbers } = found.value
  return { announced, named: numbers.length, distinct: new Set(numbers).size, asked: doffin.asked.length }
}

test('a day without notices is a day without notices, after one question', async () => {
  expect(await search([])).toEqual({ announced: 0, named: 0, distinct: 0, asked: 1 })
})

test('all pages of a day are read, and no more than there are', async () => {
  expect(await search(notices(250))).toEqual({ announced: 250, named: 250, distinct: 250, asked: 3 })
  expect(await search(notices(200))).toMatchObject({ named: 200, asked: 2 })
})

test('the same id on two pages is one notice, and the one it pushed out is found from the other end', async () => {
  const found = await search(notices(250), { sameIdOnTwoPages: true })
  expect(found).toMatchObject({ announced: 250, named: 250, distinct: 250 })
})

test('an order that changes between pages leaves gaps, which are told when they cannot be closed', async () => {
  const found = await search(notices(150), { unstableSorting: true })
  expect(found.distinct).toBe(found.named)
  expect(found.announced).toBe(150)
  // Three rounds of chance name nearly all of them; the rest is said to be missing.
  expect(found.named).toBeGreaterThan(120)
})

test('more than 1 000 in a day are all named when their kinds part them', async () => {
  const types = ['ANNOUNCEMENT_OF_COMPETITION', 'ANNOUNCEMENT_OF_CONCLUSION_OF_CONTRACT', 'ADVISORY_NOTICE']
  const found = await search(notices(1_700, (number) => ({ type: types[number % 3] ?? '' })))
  expect(found).toMatchObject({ announced: 1_700, named: 1_700 })
})

test('where one kind has more than 1 000, what is bought parts it further', async () => {
  const found = await search(
    notices(2_600, (number) => ({ cpv: ['45000000', '72200000', '79000000'][number % 3] ?? '' })),
  )
  expect(found).toMatchObject({ announced: 2_600, named: 2_600 })
})

test('where nothing parts them, both ends are read', async () => {
  expect(await search(notices(1_900))).toMatchObject({ announced: 1_900, named: 1_900 })
})

test('a day that cannot be reached to its end says how much there is and how much was named', async () => {
  const found = await search(notices(2_500))
  expect(found).toMatchObject({ announced: 2_500, named: 2_000 })
})
