import { expect, test } from 'vitest'
import { COOPERATIVE_NOTICE } from '#src/testing/journey-site.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const { title } = COOPERATIVE_NOTICE

test('a small municipality sees what its cooperative buys for it, and that the notice does not name it', () =>
  visit('/kommuner/1554', async (page) => {
    const section = page.getByRole('region', { name: 'Kjøpt gjennom innkjøpssamarbeid' })
    expect(await section.textContent()).toContain('De nevner ikke Averøy selv')
    await section.getByRole('link', { name: title }).click()
    const facts = page.getByRole('region', { name: 'Kort fortalt' })
    expect(await facts.textContent()).toContain('Kunngjøringen nevner dem ikke')
    expect(await facts.getByRole('link', { name: 'Averøy' }).getAttribute('href')).toBe('/kommuner/1554')
    expect(await facts.getByRole('link', { name: 'denne kilden' }).count()).toBe(1)
    await expectAccessible(page)
    await facts.getByRole('link', { name: /bare vertskommunen/ }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('KOFA 2019/389')
  }))

test.each([{}, { viewport: PHONE, javaScriptEnabled: false }])(
  'in the search it comes when it is asked for, and goes again',
  (options) =>
    visit(
      '/nn/sok?municipality=1554&type=notice',
      async (page) => {
        expect(await page.getByRole('link', { name: title }).count()).toBe(0)
        await page.getByRole('link', { name: 'Ta ho med' }).click()
        expect(await page.getByRole('link', { name: title }).count()).toBe(1)
        expect(await page.getByText('Kjøper for 10 andre').count()).toBe(1)
        await page.getByRole('link', { name: 'Fjern: Også kjøpt gjennom innkjøpssamarbeid' }).click()
        await page.getByText('Ta ho med').waitFor()
      },
      options,
    ),
)
