import type { Page } from 'playwright-core'
import type { Role } from '#src/modules/identity/contract.ts'
import { DEMO_PEOPLE } from '#src/modules/identity/demo/demo-people.ts'
import { inLanguage, languageOf } from '#src/web/paths.ts'

/**
 * Signs in as a person would: through the page of demo people, in the language of the page, back to where one was.
 * By name («Ingrid Namsvatn»), or by role: the first on the list who has it. Whoever works in several places chooses
 * the one that is named.
 */
export async function signInAs(page: Page, nameOrRole: string | Role, place?: string): Promise<void> {
  const person = DEMO_PEOPLE.find(({ name, role }) => name === nameOrRole || role === nameOrRole)
  if (!person) throw new Error(`No demo person is called or is a ${nameOrRole}`)
  const { pathname, search } = new URL(page.url())
  const signIn = inLanguage('/logg-inn', languageOf(pathname))
  if (!/^\/((nn|en)\/)?logg-inn$/.test(pathname)) {
    await page.goto(`${signIn}?til=${encodeURIComponent(pathname + search)}`)
  }
  await page.locator('main form button[type=submit]').click()
  await page.getByRole('button', { name: person.name }).click()
  await page.locator('.person-menu').waitFor()
  if (place) await page.getByRole('button', { name: place }).click()
}
