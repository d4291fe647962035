import type { Page } from 'playwright-core'

/** What is typed of a need, and how the municipality would go on. */
export type NeedToAnnounce = {
  readonly title: string
  readonly forWhom: string
  readonly outcome: string
  readonly extent: Readonly<Partial<Record<'amount' | 'unit' | 'from' | 'until' | 'cpv', string>>>
  readonly theme?: string
  readonly wish: 'lead' | 'follow' | 'either'
}

/** Announces a need to all, page by page from «Meld et behov», in the language of the page; gives where it stands. */
export async function announceNeed(page: Page, need: NeedToAnnounce): Promise<string> {
  await page.locator('[name=title]').fill(need.title)
  await goOn(page)
  await page.locator('[name=forWhom]').fill(need.forWhom)
  await page.locator('[name=outcome]').fill(need.outcome)
  await goOn(page)
  await page.getByRole('link', { name: /^Gå (videre|vidare)$/ }).click()
  for (const [name, value] of Object.entries(need.extent)) await page.locator(`[name=${name}]`).fill(value)
  if (need.theme) await page.locator('#themes').selectOption(need.theme)
  await goOn(page)
  await tellProgress(page, need.wish)
  await goOn(page)
  await page.locator('[name=audience][value=all]').check()
  await goOn(page)
  await page.getByRole('status').waitFor()
  return new URL(page.url()).pathname
}

/** How far they have come, which is the same in all these needs: they map it, and what there is must be adapted. */
export async function tellProgress(page: Page, wish: NeedToAnnounce['wish']): Promise<void> {
  const answers = { phase: 'mapping', firmness: 'wanted', innovationHeight: 'adapt', wish }
  for (const [name, value] of Object.entries(answers))
    await page.locator(`[name=${name}][value=${value}]`).check()
  await goOn(page)
}

/** Sends the form of the page, and waits for what comes of it. */
export async function goOn(page: Page): Promise<void> {
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForLoadState('load')
}

/** The day in so many months, as a field for days takes it. */
export function inMonths(count: number): string {
  return Temporal.Now.plainDateISO('Europe/Oslo').add({ months: count }).toString()
}
