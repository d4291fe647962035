import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

declare global {
  // Put on the page by the script above.
  var axe: typeof import('axe-core')
}

/**
 * What axe finds wrong with the page, a line for each, and whether it has to be scrolled sideways.
 * The page must be opened in a context with `bypassCSP`, since our own policy lets no other scripts in.
 */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(
    (rules): Promise<import('axe-core').AxeResults> => globalThis.axe.run(document, { runOnly: rules }),
    RULES,
  )
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [
    ...found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`)),
    ...(tooWide > 0 ? [`the page is ${tooWide} pixels too wide`] : []),
  ]
}
