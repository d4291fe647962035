import { randomInt } from 'node:crypto'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { openBrowser } from '#src/testing/browser.ts'

let opened: Promise<Browser> | null = null
afterAll(async () => {
  const browser = await opened
  await browser?.close()
})

export const WIDE = { width: 1280, height: 900 } as const
export const PHONE = { width: 390, height: 844 } as const

type VisitOptions = {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly javaScriptEnabled?: boolean
  readonly colorScheme?: 'light' | 'dark'
}

type Journey = (page: Page) => Promise<void>

/**
 * Opens a page of the site as a person would, in a browser that remembers nothing, and closes it after: the whole
 * browser, since Chromium forgets to close a page that is asked to at the moment a new one comes in its place.
 */
export async function visit(path: string, journey: Journey, options: VisitOptions = {}): Promise<void> {
  const context = await aBrowser(options)
  try {
    await follow(journey, path, await context.newPage())
  } finally {
    await context.close()
  }
}

/** A browser of somebody's own, that remembers what it has seen; to be closed. */
export async function aBrowser(options: VisitOptions = {}): Promise<BrowserContext> {
  opened ??= openBrowser()
  const browser = await opened
  const context = await browser.newContext({
    baseURL: inject('siteUrl'),
    viewport: WIDE,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    extraHTTPHeaders: { 'x-forwarded-for': anOffice() },
    ...options,
  })
  context.setDefaultTimeout(15_000)
  return context
}

/** Each in an office of its own: what the site takes from one sender in a minute is not for all journeys together. */
function anOffice(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
}

/** The same in a browser that is open already. */
export async function visitIn(context: BrowserContext, path: string, journey: Journey): Promise<void> {
  const page = await context.newPage()
  try {
    await follow(journey, path, page)
  } finally {
    await page.close()
  }
}

async function follow(journey: Journey, path: string, page: Page): Promise<void> {
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => {
    // A page that is not there, and a form that must be corrected, are told as errors too.
    if (message.type() === 'error' && !/\b(404|409|413|422)\b/.test(message.text()))
      broken.push(message.text())
  })
  await page.goto(path)
  await journey(page)
  expect(broken, 'errors in the browser').toEqual([])
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No rule of WCAG 2.2 A and AA that a program can check is broken on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState()
  // A form that was just sent may lead on while the old page is looked at: then the new one is what was meant.
  const violations = await violationsOn(page).catch(async () => {
    await page.waitForLoadState()
    return violationsOn(page)
  })
  expect(violations, page.url()).toEqual([])
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  // Evaluated by the protocol, so the page's own policy on scripts needs no hole for it.
  await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const found = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    return found.violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} — ${nodes
          .map((node) => node.html)
          .slice(0, 3)
          .join(' … ')}`,
    )
  }, RULES)
}
