import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/**
 * A real Chromium without a window: the one `CHROMIUM` names, or on linux-x64 the one that comes with npm.
 * Started as Playwright starts its own: the flags that come with the package are for another errand. They turn off
 * what keeps one site from another, and their list of features replaces the one that keeps a browser steady in tests.
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`)
  if (!named && !(process.platform === 'linux' && process.arch === 'x64')) {
    throw new Error('These tests need a Chromium: set CHROMIUM to the path of one.')
  }
  return playwright.launch({
    executablePath: named ?? (await chromium.executablePath()),
    headless: true,
    // Where no language is set, names of files with letters beyond ASCII are thrown away.
    env: { ...process.env, LANG: 'C.UTF-8' },
    // Letters as they are drawn, not moved to whole pixels: what is looked at in pictures is then what was designed.
    args: ['--no-sandbox', '--font-render-hinting=none'],
  })
}
