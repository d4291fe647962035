import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** One process would be quicker to start, and dies with its first page. */
const NOT_FOR_TESTS = /^--(headless|single-process|no-zygote)/

/**
 * A real Chromium without a window: the one `CHROMIUM` names, or on linux-x64 the one that comes with npm.
 * Speaks to nobody but the pages it is sent to.
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
    args: [
      ...(named ? [] : chromium.args.filter((argument) => !NOT_FOR_TESTS.test(argument))),
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}
