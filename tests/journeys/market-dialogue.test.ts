import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPdf } from '#src/testing/read-pdf.ts'
import { announceNeed, inMonths } from './announce-need.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const NEED = {
  title: 'Færre feilmeldinger fra døralarmer om natten',
  forWhom: 'Beboere på omsorgssenter og de som går nattevakt',
  outcome: 'Nattevakten kommer når det gjelder, og slipper å løpe ellers',
  extent: { from: inMonths(6), until: inMonths(12) },
  wish: 'either',
} as const
const OPEN = 'Døren melder bare fra når noen har vært ute i to minutter.'
const PRICED = `${OPEN} Det koster 1 490 kroner per dør.`
const SECRET = 'Gulvlisten kjenner igjen hvert skritt med kvartsglimmer fra Drag'
const WHY_SECRET = 'Kvartsglimmeret er ikke patentert ennå'
const DECIDED = 'Glimmeret er deres egen oppfinnelse'
const LEARNT = 'Flere kan la døren vente med å melde fra.'
const SECRET_SUPPLIER = 'Påfunnet Sensor AS'
/** Each is in what is told in confidence, of it, or decided of it, and nowhere else on the site. */
const TELLING = ['Gulvlisten', 'kvartsglimmer', 'Glimmeret', SECRET_SUPPLIER]

test('one supplier answers openly and another in confidence, and each reads what is theirs to read', async () => {
  let need = ''
  await visit('/behov/nytt', async (page) => {
    await signInAs(page, 'Solveig Børvatn')
    need = await announceNeed(page, NEED)
  })
  await visit(need, async (page) => {
    await page.getByRole('link', { name: 'Svar på behovet' }).click()
    await signInAs(page, 'Amira Galdhø')
    await answerOpenly(page)
  })
  await visit(need, async (page) => {
    expect(await page.getByRole('main').textContent()).toContain(OPEN)
    await page.getByRole('link', { name: 'Svar på behovet' }).click()
    await signInAs(page, 'Marit Snøhetta')
    await answerInConfidence(page)
    await page.goto(need)
    expect(await page.getByRole('main').textContent()).toContain(SECRET)
  })
  await expectKeptFrom(need, [null, 'Amira Galdhø', 'Turid Trollheim', 'curator'])

  await visit(`${need}/utjevningslogg`, async (page) => {
    await signInAs(page, 'Solveig Børvatn')
    expect(await page.getByRole('main').textContent()).toContain('2 svar venter på en avgjørelse')
    await decideOpen(page)
    await decideSecret(page)
    await publish(page)
  })
  await expectKeptFrom(need, [null, 'Amira Galdhø', 'Turid Trollheim', 'curator'])
  await visit(need, async (page) => {
    await page.getByRole('link', { name: 'Les oppsummeringen av dialogen' }).click()
    expect(await page.getByRole('main').textContent()).toContain(LEARNT)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Se utjevningsloggen' }).click()
    expect(await page.getByRole('main').textContent()).toContain('Med i oppsummeringen')
    await expectAccessible(page)
  })
})

test('a question and its answer are for all to read and who asks is not, in nynorsk on a phone', async () => {
  const question = 'Må døra stå open når straumen går?'
  const answer = 'Ja, ho må kunne opnast for hand.'
  const onPhone = { viewport: PHONE }
  let need = ''
  await visit(
    '/nn/behov/nytt',
    async (page) => {
      await signInAs(page, 'Solveig Børvatn')
      need = await announceNeed(page, { ...NEED, title: 'Dører som let seg opne når straumen går' })
      await expectFits(page)
    },
    onPhone,
  )
  await visit(
    need,
    async (page) => {
      await signInAs(page, 'Amira Galdhø')
      await page.getByRole('link', { name: 'Still eit spørsmål' }).click()
      await page.getByLabel('Spørsmålet').fill('Toler de kr 400 i månaden?')
      await page.getByRole('button', { name: 'Still spørsmålet' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('Her står ein pris («kr 400»)')
      expect(await page.getByLabel('Spørsmålet').inputValue()).toBe('Toler de kr 400 i månaden?')
      await expectFits(page)
      await page.getByLabel('Spørsmålet').fill(question)
      await page.getByRole('button', { name: 'Still spørsmålet' }).click()
      await page.waitForURL(`**${need}#markedet`)
      expect(await page.getByRole('main').textContent()).toContain('Oppdiktet Velferdsteknologi AS (de)')
    },
    onPhone,
  )
  await visit(
    need,
    async (page) => {
      await signInAs(page, 'Solveig Børvatn')
      await page.getByRole('link', { name: 'Svar på spørsmålet' }).click()
      await expectFits(page)
      await page.getByLabel('Svaret').fill(answer)
      await page.getByRole('button', { name: 'Svar, synleg for alle' }).click()
      await page.waitForURL(`**${need}#markedet`)
    },
    onPhone,
  )
  await visit(
    need,
    async (page) => {
      const market = page.getByRole('region', { name: 'Dialog med marknaden' })
      for (const told of ['Ein leverandør', question, answer])
        expect(await market.textContent()).toContain(told)
      expect(await page.content()).not.toContain('Oppdiktet Velferdsteknologi')
      await expectFits(page)
    },
    onPhone,
  )
})

/** A price does not belong in the open: it is refused, and nothing that was typed is lost. */
async function answerOpenly(page: Page): Promise<void> {
  const words = page.getByLabel('Fortell om det')
  await page.getByLabel('Kan tilpasse').check()
  await page.getByLabel('Åpent for alle').check()
  await words.fill(PRICED)
  await page.getByLabel('Lenke').fill('https://leverandor.example/dorer')
  await page.getByRole('button', { name: 'Send svaret' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Her står en pris')
  expect(await words.inputValue()).toBe(PRICED)
  expect(await page.getByLabel('Lenke').inputValue()).toBe('https://leverandor.example/dorer')
  expect(await page.getByLabel('Kan tilpasse').isChecked()).toBe(true)
  await expectAccessible(page)
  await words.fill(OPEN)
  await page.getByRole('button', { name: 'Send svaret' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Svaret er gitt')
  await expectAccessible(page)
}

/** In confidence, and that they have answered at all is secret too; it takes a reason. */
async function answerInConfidence(page: Page): Promise<void> {
  await page.getByLabel('Vil utvikle').check()
  await page.getByLabel('Forretningshemmelighet', { exact: true }).check()
  await page.getByLabel('Fortell om det').fill(SECRET)
  await page.getByLabel('Det er også hemmelig at vi har svart').check()
  await page.getByRole('button', { name: 'Send svaret' }).click()
  expect(await page.getByRole('alert').textContent()).toContain(
    'Skriv hvorfor det er en forretningshemmelighet',
  )
  expect(await page.getByLabel('Fortell om det').inputValue()).toBe(SECRET)
  expect(await page.getByLabel('Det er også hemmelig at vi har svart').isChecked()).toBe(true)
  await expectAccessible(page)
  await page.getByLabel('Hvorfor ville det skade').fill(WHY_SECRET)
  await page.getByRole('button', { name: 'Send svaret' }).click()
  expect(await page.getByRole('main').textContent()).toContain(
    'Bare de som hadde meldt behovet da dere svarte',
  )
  await expectAccessible(page)
}

/** Nothing of it is in the whole of any page of the need, nor in lists, searches, feeds, papers or the API. */
async function expectKeptFrom(need: string, readers: readonly (string | null)[]): Promise<void> {
  const pages = ['', '/utjevningslogg', '/oppsummering', '/grupper'].map((rest) => need + rest)
  const lists = ['/behov', '/behov?q=skritt', '/sok?q=skritt', '/behov.atom']
  const api = need.replace('/behov/', '/api/v1/needs/')
  for (const reader of readers)
    await visit(need, async (page) => {
      if (reader) await signInAs(page, reader)
      expect(await page.getByRole('main').textContent()).toContain('Ett svar er gitt i fortrolighet')
      for (const path of [...pages, ...lists, api]) {
        const answer = await page.request.get(path)
        expect(answer.status(), path).toBe(200)
        expectTellsNothing(await answer.text(), `${reader} reads ${path}`)
      }
      await page.goto(need)
      expectTellsNothing(await page.content(), `${reader} sees the page`)
      const paper = await page.request.get(`${need}/utjevningslogg/papir.pdf`)
      const { text } = await readPdf(await paper.body())
      expectTellsNothing(text.join(' '), `${reader} takes the log`)
    })
}

function expectTellsNothing(text: string, who: string): void {
  for (const word of TELLING) expect(text.includes(word), `${who}: «${word}»`).toBe(false)
}

async function decideOpen(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Avgjør Oppdiktet Velferdsteknologi AS' }).click()
  expect(await page.getByLabel('Hemmelig', { exact: true }).count(), 'it was given openly').toBe(0)
  await page.getByLabel('Med i oppsummeringen', { exact: true }).check()
  await page.getByLabel('Hvorfor?').fill('Alle bør vite at det går an')
  await page.getByRole('button', { name: 'Skriv i loggen' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Skriv det oppsummeringen skal si')
  expect(await page.getByLabel('Hvorfor?').inputValue()).toBe('Alle bør vite at det går an')
  await expectAccessible(page)
  await page.getByLabel('Ordene i oppsummeringen').fill(LEARNT)
  await page.getByRole('button', { name: 'Skriv i loggen' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Avgjørelsen står i loggen')
}

async function decideSecret(page: Page): Promise<void> {
  expect(await page.getByRole('main').textContent()).toContain(SECRET)
  await page.getByRole('link', { name: `Avgjør ${SECRET_SUPPLIER}` }).click()
  await page.getByLabel('Hemmelig', { exact: true }).check()
  await page.getByLabel('Hvorfor?').fill(DECIDED)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Skriv i loggen' }).click()
  await page.getByText('Alle svar er avgjort.').waitFor()
  await expectAccessible(page)
}

/** What the log has words for stands there to go on from. */
async function publish(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Skriv oppsummeringen' }).click()
  const words = page.getByLabel('Hva lærte dere av markedet?')
  expect(await words.inputValue()).toContain(LEARNT)
  await words.fill(`${LEARNT} Vi takker ${SECRET_SUPPLIER}.`)
  await page.getByRole('button', { name: 'Publiser oppsummeringen' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Her står det hvem som har svart')
  expect(await words.inputValue()).toContain('Vi takker')
  await expectAccessible(page)
  await words.fill(LEARNT)
  await page.getByRole('button', { name: 'Publiser oppsummeringen' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Oppsummeringen er publisert')
  await expectAccessible(page)
}

async function expectFits(page: Page): Promise<void> {
  await expectAccessible(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, page.url()).toBeLessThanOrEqual(PHONE.width)
}
