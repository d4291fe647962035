import { expect, inject, test } from 'vitest'
import { expectAccessible, PHONE, visit } from './visit.ts'

test('a half-time buyer finds her municipality by name, and the case it took part in under its older name', () =>
  visit(
    '/nn/kommuner',
    async (page) => {
      await page.getByLabel('Finn kommunen din').fill('Røst')
      await page.getByRole('button', { name: 'Gå til kommunen' }).click()
      await page.waitForURL('**/nn/kommuner/1856')
      await page
        .getByRole('link', { name: /medisineringsstøtte/i })
        .first()
        .click()
      await page.waitForURL('**/nn/anskaffelser/case-001')
      expect(await page.getByRole('link', { name: 'Skedsmo (no Lillestrøm kommune)' }).count()).toBe(1)
      await expectAccessible(page)
    },
    { viewport: PHONE },
  ))

test('a name nobody has gets an answer that helps', () =>
  visit('/kommuner?navn=Andeby', async (page) => {
    expect(await page.getByRole('status').textContent()).toContain('«Andeby»')
    await expectAccessible(page)
  }))

test.each([
  ['Guovdageaidnu', '/kommuner/5612'],
  ['Lindås', '/kommuner/4631'],
  ['0231', '/kommuner/3205'],
])('«%s» in the field leads to %s', async (name, address) => {
  const answer = await fetch(new URL(`/kommuner?navn=${encodeURIComponent(name)}`, inject('siteUrl')), {
    redirect: 'manual',
  })
  expect(answer.headers.get('location')).toBe(address)
})

test.each([
  ['/en/kommuner/0231', '/en/kommuner/3205'],
  ['/fylker/12', '/fylker/46'],
])('%s, an old number, leads for good to %s', async (old, today) => {
  const answer = await fetch(new URL(old, inject('siteUrl')), { redirect: 'manual' })
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe(today)
})
