import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

/** The coordinators of those who buy together: Bodø leads, Røyrvik is small, Tingvoll is far away. */
export const LEAD = 'Solveig Børvatn'
export const SMALL = 'Odd Limingen'
export const THIRD = 'Turid Trollheim'

/** Long ago, whenever the tests are run. */
const DAY = '2026-03-05'

/** What somebody does that leads to another page, or to the same one anew. */
export async function onward(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), act()])
  await page.waitForLoadState()
}

export function press(page: Page, button: string): Promise<void> {
  return onward(page, () => page.getByRole('button', { name: button, exact: true }).click())
}

export function mainText(page: Page): Promise<string | null> {
  return page.getByRole('main').textContent()
}

export function alertText(page: Page): Promise<string | null> {
  return page.getByRole('alert').textContent()
}

export function statusText(page: Page): Promise<string | null> {
  return page.getByRole('status').textContent()
}

/** The page can be used by all on a phone, and is not wider than one. */
export async function expectFitsOnPhone(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${page.url()} does not scroll sideways`).toBeLessThanOrEqual(PHONE.width)
  await expectAccessible(page)
}

type Fields = Readonly<Record<string, string>>

/** Fills in a form by the names of its fields, folded or not, and sends it; nothing may be wrong with it. */
export async function send(page: Page, having: string, fields: Fields = {}): Promise<void> {
  const form = page.locator(`main form:has(${having})`)
  await onward(page, () =>
    form.evaluate((one: HTMLFormElement, typed) => {
      for (const [name, value] of Object.entries(typed)) {
        const field = one.elements.namedItem(name) as HTMLInputElement | null
        if (!field) throw new Error(`The form asks for no ${name}`)
        if (field.type === 'checkbox') field.checked = true
        else field.value = value
      }
      one.requestSubmit()
    }, fields),
  )
  expect(await page.getByRole('alert').allTextContents(), page.url()).toEqual([])
}

/** Begins to buy together, and gives where that is. */
export async function begin(page: Page, title: string): Promise<string> {
  await page.goto('/fellesanskaffelser/ny')
  const audience = 'public-employees'
  await send(page, '[name=purpose]', {
    ...{ title, audience, purpose: 'Flere sover trygt om natten' },
    ...{ innovationHeight: 'adapt', buysAgain: 'ja' },
  })
  return new URL(page.url()).pathname
}

export async function invite(page: Page, group: string, place: string): Promise<void> {
  await page.goto(`${group}/deltakere`)
  await send(page, '[name=do][value=invite]', { name: place })
}

export async function sayYes(page: Page, group: string): Promise<void> {
  await page.goto(group)
  await press(page, 'Ja, vi er interessert')
}

const TOLD: Readonly<Record<string, Fields>> = {
  intent: { on: DAY },
  anchoring: { body: 'council', decidedOn: DAY, archiveReference: '26/1' },
  mandate: {
    ...{ signedBy: 'Kommunedirektøren', title: 'Kommunedirektør' },
    ...{ authority: 'Kommunestyrets vedtak 26/1', signedOn: DAY },
  },
  share: { amount: '40', unit: 'boliger', signer: 'self' },
  requirements: { requirementsApprovedOn: DAY },
  independence: { independenceOn: DAY },
}

/** Tells all there is to tell of one's own; the lead gives itself no mandate. */
export async function tellAll(page: Page, group: string): Promise<void> {
  await page.goto(`${group}/deltakere`)
  await onward(page, () => page.getByRole('link', { name: /^Se og fyll ut/ }).click())
  for (const [part, fields] of Object.entries(TOLD)) {
    const having = `[name=part][value=${part}]`
    const typed = Object.entries(fields).map(([field, value]) => [`${part}-${field}`, value])
    if (await page.locator(having).count()) await send(page, having, Object.fromEntries(typed))
  }
}

export const STRATEGY = {
  ...{ strategy: 'Rammeavtale med én leverandør', estimate: '4 000 000', maximum: '6 000 000' },
  ...{ independence: 'Ingen har egne interesser', archiveReference: '26/3' },
}

/** Fills in what is common, as the lead. */
export async function fillInFacts(page: Page, group: string): Promise<void> {
  await page.goto(`${group}/innstillinger`)
  await send(page, '[name=part][value=strategy]', STRATEGY)
  await send(page, '[name=part][value=agreement]', {
    ...{ costKey: 'volume', agreementWords: 'Bodø leder og fører regnskap' },
    exitTerms: 'Tre måneders varsel; påløpte kostnader dekkes',
  })
  await send(page, '[name=part][value=dialogue]', {
    ...{ dialogueSummaryOn: DAY, dialogueSummaryUrl: 'https://example.no/oppsummering' },
    requirementsUrl: 'https://example.no/krav',
  })
}

export function stepNow(page: Page): Promise<string | null> {
  return page.locator('[aria-current="step"] strong').textContent()
}

const MOST_STEPS = 10

/** Takes the steps that nothing stands in the way of, until the group is there. */
export async function walkTo(page: Page, group: string, step: string): Promise<void> {
  await page.goto(group)
  for (let taken = 0; taken < MOST_STEPS && (await stepNow(page)) !== step; taken++)
    await send(page, '[name=do][value=step]')
  expect(await stepNow(page)).toBe(step)
}

/** Passes the check for one's own, whether or not there is something to judge. */
export async function pass(page: Page, group: string): Promise<void> {
  await page.goto(`${group}/kontroll`)
  const isJudged = await page.locator('#judged').count()
  await send(page, '[name=do][value=pass]', {
    ...{ title: 'Kommunedirektør', authority: 'Delegeringsreglementet 4.2' },
    ...(isJudged ? { judged: 'ja' } : {}),
  })
}

type Joining = { readonly person: string; readonly place: string }
export const ROYRVIK: Joining = { person: SMALL, place: 'Røyrvik' }
export const TINGVOLL: Joining = { person: THIRD, place: 'Tingvoll' }

type Group = { readonly title: string; readonly others: readonly Joining[] }

/** Those who stand at the check with everything told, and the page of the lead; brought there by its forms. */
export function atTheCheck(
  { title, others }: Group,
  journey: (lead: Page, group: string) => Promise<void>,
): Promise<void> {
  return visit('/fellesanskaffelser', async (lead) => {
    await signInAs(lead, LEAD)
    const group = await begin(lead, title)
    for (const { place } of others) await invite(lead, group, place)
    for (const { person } of others)
      await visit(group, async (page) => {
        await signInAs(page, person)
        await sayYes(page, group)
        await tellAll(page, group)
      })
    await tellAll(lead, group)
    await fillInFacts(lead, group)
    await walkTo(lead, group, 'Kontroll før kunngjøring')
    await journey(lead, group)
  })
}

/** People are told within a minute. */
const PATIENCE_MS = 90_000

/** Waits until the person is told, and goes where that leads. */
export async function followNews(page: Page, news: string, list = '/varsler'): Promise<void> {
  const link = page.getByRole('link', { name: news })
  await expect
    .poll(
      async () => {
        await page.goto(list)
        return link.count()
      },
      { timeout: PATIENCE_MS, interval: 1000 },
    )
    .toBe(1)
  await onward(page, () => link.click())
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
