import { expect, test } from 'vitest'
import { ROLES, type Role } from '#src/modules/identity/contract.ts'
import { DEMO_PEOPLE } from '#src/modules/identity/demo/demo-people.ts'
import { inLanguage, PAGES, type PageFacts } from '#src/web/paths.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit, WIDE } from './visit.ts'

/** Each page that not everybody may open, with the people of one role who may; in bokmål wide, in nynorsk on a phone. */
const roles = ROLES.filter((role) => DEMO_PEOPLE.some((person) => person.role === role))

function ownPagesOf(role: Role): readonly string[] {
  return Object.values(PAGES).flatMap(({ access, examples }: PageFacts) =>
    access === 'signedIn' || (access !== 'everyone' && access.includes(role)) ? examples : [],
  )
}

test.each(roles)('every page of one who is a %s is accessible and fits', async (role) => {
  for (const [viewport, language] of [
    [WIDE, 'nb'],
    [PHONE, 'nn'],
  ] as const) {
    await visit(
      inLanguage('/logg-inn', language),
      async (page) => {
        await signInAs(page, role)
        for (const path of ownPagesOf(role)) {
          await page.goto(inLanguage(path, language))
          expect(await page.locator('h1').count(), `one heading names ${path}`).toBe(1)
          const width = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(width, `${path} does not scroll sideways`).toBeLessThanOrEqual(viewport.width)
          await expectAccessible(page)
        }
      },
      { viewport },
    )
  }
})
