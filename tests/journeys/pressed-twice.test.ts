import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, visit } from './visit.ts'

const ANSWER_MS = 1000
const HUMAN_MS = 150

test('a button pressed twice while the answer is on its way sends its form once', () =>
  visit('/del', async (page) => {
    await signInAs(page, 'Jonas Saltstraum')
    let sent = 0
    await page.route('**/del', async (route) => {
      if (route.request().method() === 'POST') sent += 1
      await sleep(ANSWER_MS)
      await route.continue()
    })
    const { x, y, width, height } = await boxOf(page.getByRole('button', { name: 'Skriv en kort sak' }))
    for (let press = 0; press < 2; press += 1) {
      await page.mouse.click(x + width / 2, y + height / 2)
      await sleep(HUMAN_MS)
    }
    await page.waitForURL('**/del/*/*')
    expect(sent).toBe(1)
    await expectAccessible(page)
  }))

async function boxOf(button: Locator) {
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  if (!box) throw new Error('The button is not to be seen')
  return box
}
