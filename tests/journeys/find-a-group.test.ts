import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LEAK_CONTRACTS } from '#src/testing/journey-site.ts'
import { readPdf } from '#src/testing/read-pdf.ts'
import { announceNeed, goOn, inMonths, tellProgress } from './announce-need.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const YEAR = LEAK_CONTRACTS.endsOn.slice(0, 4)
const OF_LIERNE = 'Lekkasjesøk på vannledninger i Lierne'
const OF_TINGVOLL = {
  title: 'Finne lekkasjer på vannledninger tidlig',
  forWhom: 'Innbyggere som får vann fra det kommunale nettet',
  outcome: 'Lekkasjer på vannledninger blir funnet før vannet er borte',
  extent: {
    amount: '120',
    unit: 'kilometer ledning',
    from: inMonths(8),
    until: inMonths(13),
    cpv: LEAK_CONTRACTS.cpv,
  },
  theme: 'ledningsnett',
  wish: 'lead',
} as const
const OF_ROYRVIK = {
  title: 'Finne lekkasjer på vannledningene våre',
  forWhom: 'Alle som får vann fra det kommunale nettet i Røyrvik',
  outcome: 'Lekkasjer på vannledninger blir funnet mens de er små',
}

test('a small municipality finds its group from the radar, is asked in, and joins', async () => {
  let theirs = ''
  await visit('/behov/nytt', async (page) => {
    await signInAs(page, 'Turid Trollheim')
    theirs = await announceNeed(page, OF_TINGVOLL)
    expect(await regionText(page, 'Hvem bør kjøpe dette sammen?')).toContain('Ingen god gruppe akkurat nå')
  })

  await visit('/radar', async (page) => {
    await signInAs(page, 'Ingrid Namsvatn')
    await meetNeighbours(page)
    await writeNeed(page)
    await announceToOwn(page)
  })

  await visit('/mine-behov', async (page) => {
    await signInAs(page, 'Odd Limingen')
    await openToAll(page)
  })

  let demand = ''
  await visit(theirs, async (page) => {
    await signInAs(page, 'Turid Trollheim')
    demand = await inviteGroup(page)
  })

  await visit(
    '/nn/mine-behov',
    async (page) => {
      await signInAs(page, 'Odd Limingen')
      await page.getByRole('link', { name: OF_ROYRVIK.title }).click()
      await joinOnPhone(page)
      expect(new URL(page.url()).pathname).toBe(`/nn${demand}`)
      await takePaper(page)
    },
    { viewport: PHONE },
  )
})

test('the radar is read on a phone without signing in, and interest leads through signing in to a need', () =>
  visit(
    '/nn/radar?kommune=5043',
    async (page) => {
      const main = page.getByRole('main')
      expect(await regionText(page, 'Vassdistribusjon')).toContain('kommunar rundt dykk må òg kjøpe dette')
      await expectFits(page)
      for (const view of ['Årshjul', 'Etter tema']) {
        await page.getByRole('link', { name: view, exact: true }).click()
        await page.locator('[aria-current=true]', { hasText: view }).waitFor()
        expect(await main.textContent()).toContain(view === 'Årshjul' ? 'Ringane, innanfrå' : 'Røyrvik')
        await expectFits(page)
      }
      const calendar = page.getByRole('link', { name: 'Kalender (iCalendar)' })
      const file = await page.request.get((await calendar.getAttribute('href')) ?? '')
      // Lines of a calendar are folded at 75 bytes, also within a word.
      const told = (await file.text()).replaceAll('\r\n ', '')
      for (const { title } of LEAK_CONTRACTS.notices) expect(told).toContain(title)
      expect(told).toContain(`DTSTART;VALUE=DATE:${LEAK_CONTRACTS.endsOn.replaceAll('-', '')}`)

      await page.goBack()
      await page.goBack()
      await page.getByRole('link', { name: `Meld interesse: ${OF_LIERNE}` }).click()
      await signInAs(page, 'Odd Limingen')
      expect(await main.textContent()).toContain(`De byrjar frå avtalen «${OF_LIERNE}»`)
      await expectFits(page)
    },
    { viewport: PHONE },
  ))

/** From the radar: two neighbours must buy the same, and the contract of one of them is where the need begins. */
async function meetNeighbours(page: Page): Promise<void> {
  expect(await regionText(page, 'Vanndistribusjon')).toContain(
    `To kommuner rundt dere må også kjøpe dette i ${YEAR}.`,
  )
  await expectAccessible(page)
  await page.getByRole('link', { name: `Meld interesse: ${OF_LIERNE}` }).click()
  expect(await page.getByRole('main').textContent()).toContain(`Dere begynner fra avtalen «${OF_LIERNE}»`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Begynn fra dette' }).click()
  expect(await page.getByLabel('Hva trenger dere?').inputValue()).toBe(OF_LIERNE)
}

/** The pages of the need, with what must be put right on the way. */
async function writeNeed(page: Page): Promise<void> {
  await page.getByLabel('Hva trenger dere?').fill('Vann')
  await page.getByLabel('Hvem er det for?').fill(OF_ROYRVIK.forWhom)
  await page.getByLabel('Hva skal bli annerledes for dem?').fill(OF_ROYRVIK.outcome)
  await goOn(page)
  expect(await page.getByRole('alert').textContent()).toContain('minst fem tegn')
  expect(await page.getByLabel('Hvem er det for?').inputValue()).toBe(OF_ROYRVIK.forWhom)
  await expectAccessible(page)
  await page.getByLabel('Hva trenger dere?').fill(OF_ROYRVIK.title)
  await goOn(page)

  expect(await regionText(page, 'Behov som ligner')).toContain(OF_TINGVOLL.title)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Gå videre' }).click()

  expect(await page.getByLabel('CPV-koder').inputValue()).toContain(LEAK_CONTRACTS.cpv)
  expect(await page.getByLabel('Senest').inputValue()).toBe(LEAK_CONTRACTS.endsOn)
  const ownEnd = page.getByLabel('Når går avtalen dere har, ut?')
  expect(await ownEnd.inputValue(), 'the contract is of Lierne').toBe('')
  await page.getByLabel('Antall').fill('mange')
  await page.getByLabel('Av hva').fill('kilometer ledning')
  await page.getByLabel('Hva koster det i dag?').fill('To ukeverk og 300 000 kroner')
  await page.getByLabel('Tidligst').fill(inMonths(9))
  await page.locator('#themes').selectOption('ledningsnett')
  await goOn(page)
  expect(await page.getByRole('alert').textContent()).toContain('Skriv et tall større enn null')
  expect(await page.getByLabel('Antall').inputValue()).toBe('mange')
  expect(await page.getByLabel('Hva koster det i dag?').inputValue()).toBe('To ukeverk og 300 000 kroner')
  await expectAccessible(page)
  await page.getByLabel('Antall').fill('80')
  await goOn(page)
  await tellProgress(page, 'follow')
  await goOn(page)
}

/** As far as one may who is no coordinator. */
async function announceToOwn(page: Page): Promise<void> {
  const main = page.getByRole('main')
  expect(await main.textContent()).toContain('så kan koordinatoren åpne det for flere')
  expect(await page.getByLabel('Alle', { exact: true }).count()).toBe(0)
  await page.getByLabel('Bare vår egen virksomhet').check()
  await page.getByRole('button', { name: 'Meld behovet' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Behovet er meldt, og bare dere ser det')
  await expectAccessible(page)
}

async function openToAll(page: Page): Promise<void> {
  await page.getByRole('link', { name: OF_ROYRVIK.title }).click()
  await page.getByRole('link', { name: 'Hvem som ser behovet, og om det fortsatt gjelder' }).click()
  await page.getByLabel('Alle', { exact: true }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lagre hvem som ser det' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Endringen er lagret')
  expect(await regionText(page, 'Hvem bør kjøpe dette sammen?')).toMatch(
    /To bør kjøpe dette sammen: .*Tingvoll/,
  )
  await page.getByRole('link', { name: 'Se forslaget og hvorfor' }).click()
  const members = page.locator('.group-members > li')
  expect(await members.filter({ hasText: 'Tingvoll' }).textContent()).toContain('Foreslått leder')
  expect(await members.filter({ hasText: 'Røyrvik' }).textContent()).toContain('Hva taler mot')
  const shared = await page.locator('.group-shared').textContent()
  for (const reason of ['Samme tema: Ledningsnett og lekkasjer', 'Samme slags kjøp etter CPV'])
    expect(shared).toContain(reason)
  await expectAccessible(page)
}

/** The other sees the same group and asks it in; gives where the demand stands. */
async function inviteGroup(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Se forslaget og hvorfor' }).click()
  await page.getByRole('link', { name: 'Inviter til felles behov' }).click()
  const ofRoyrvik = page.getByLabel(`Røyrvik kommune: ${OF_ROYRVIK.title}`)
  expect(await ofRoyrvik.isChecked()).toBe(true)
  await page.getByLabel('Hva trenger dere sammen?').fill('Vann')
  await page.getByRole('button', { name: 'Begynn og spør' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Skriv minst fem tegn')
  expect(await ofRoyrvik.isChecked()).toBe(true)
  await expectAccessible(page)
  await page.getByLabel('Hva trenger dere sammen?').fill('Færre lekkasjer sammen')
  await page.getByRole('button', { name: 'Begynn og spør' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Det felles behovet er opprettet')
  expect(await page.getByRole('main').textContent()).toContain('Spurt, og har ikke svart: Røyrvik')
  await expectAccessible(page)
  return new URL(page.url()).pathname
}

/** The small municipality reads what it is asked, and says yes; the sums and the statement are then of both. */
async function joinOnPhone(page: Page): Promise<void> {
  expect(await regionText(page, 'Saman med andre')).toContain('De er spurde om å gå saman om')
  await expectFits(page)
  await page.getByRole('link', { name: 'Færre lekkasjer sammen' }).click()
  expect(await regionText(page, /Røyrvik.* er spurd om å bli med/)).toContain('De avgjer sjølve')
  await expectFits(page)
  await page.getByRole('button', { name: 'Bli med' }).click()
  expect(await page.getByRole('status').textContent()).toContain('De er med.')
  const sum = await regionText(page, 'Samla')
  expect(sum).toContain('2kommunar')
  expect(sum).toContain('200kilometer ledning')
  expect(sum).toContain('Flest vil kjøpe frå')
  const statement = await regionText(page, 'Dette treng vi saman')
  expect(statement).toContain(OF_TINGVOLL.outcome)
  expect(statement).toContain(OF_ROYRVIK.outcome)
  await expectFits(page)
}

/** The statement is taken away as a paper that says the same. */
async function takePaper(page: Page): Promise<void> {
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'PDF', exact: true }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/Færre lekkasjer sammen\.pdf$/)
  const bytes = await readFile(await saved.path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const paper = await readPdf(bytes)
  expect(paper).toMatchObject({ lang: 'nn-NO', marked: true })
  const words = paper.text.join(' ').replaceAll(/\s+/g, ' ')
  for (const said of ['Tingvoll', 'Røyrvik', '200 kilometer ledning']) expect(words).toContain(said)
}

/** What a part of the page says, by its heading. */
async function regionText(page: Page, name: string | RegExp): Promise<string> {
  const region = page.getByRole('region', typeof name === 'string' ? { name, exact: true } : { name })
  return (await region.textContent()) ?? ''
}

async function expectFits(page: Page): Promise<void> {
  await expectAccessible(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, page.url()).toBeLessThanOrEqual(PHONE.width)
}
