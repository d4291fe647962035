import { afterAll, beforeAll, expect, test } from 'vitest'
import { StopId } from '#src/modules/stops/contract.ts'
import { tellStop } from '#src/modules/stops/index.ts'
import { newId } from '#src/platform/ids.ts'
import {
  type AccessSite,
  aToken,
  at,
  HIDDEN_STOP,
  openAccessSite,
  type Who,
} from '#src/testing/access-site.ts'
import { aPdf } from '#src/testing/documents.ts'
import { aDocument } from '#src/testing/shared-documents.ts'
import { aDraft, written } from '#src/testing/sharing.ts'

const now = () => at
/** Words that nobody else uses: one for each thing that is hidden, and two that nobody has written at all. */
const HIDDEN = { draft: 'zyrkondraum', stop: 'zyrkonstopp', document: 'zyrkonarket' } as const
const UNWRITTEN = 'zyrkonaldri'
const STRANGERS: readonly Who[] = [
  'nobody',
  'newcomer',
  'neighbour',
  'adviser',
  'supplier',
  'curator',
  'administrator',
]
const OWN: readonly Who[] = ['reader', 'contributor', 'coordinator', 'network-leader', 'consultant']

let site: AccessSite
beforeAll(async () => {
  site = await openAccessSite()
  const { db, people } = site
  const { coordinator } = people
  const { organisation } = coordinator
  if (!organisation) throw new Error('The coordinator of the test acts for nobody')
  const draft = await aDraft({ db, now }, coordinator)
  const typed = {
    identity: { title: `Ny ${HIDDEN.draft}`, themes: ['trygghetsalarm'] },
    approach: `Vi kjøpte ${HIDDEN.draft}`,
    lessons: [{ $key: 'one', text: `Mer ${HIDDEN.draft}` }],
  }
  await written({ db, now }, coordinator, { draft, typed })
  const happened = `Ingen ville ha ${HIDDEN.stop}`
  const story = {
    ...HIDDEN_STOP,
    title: `Uten ${HIDDEN.stop}`,
    happened,
    id: StopId.parse(newId()),
    organisation,
  }
  expect(await tellStop({ db, now }, coordinator, story)).toMatchObject({ ok: true })
  const description = { title: `Krav til ${HIDDEN.document}`, description: HIDDEN.document }
  await aDocument(db, coordinator, {
    description,
    upload: { name: `${HIDDEN.document}.pdf`, bytes: aPdfOf() },
  })
  await site.program.search.refresh()
})
afterAll(() => site.close())

function aPdfOf(): Buffer {
  return aPdf({ objects: `% ${HIDDEN.document}` })
}

/** Every way to ask for a word. */
function questions(word: string): readonly string[] {
  const ways = [
    `/sok?q=${word}`,
    `/nn/sok?q=${word}&type=case`,
    `/sok?q=${word.slice(0, 8)}*`,
    `/krav?q=${word}`,
    `/krav?kind=requirement&q=${word}`,
    `/hva-stoppet-oss?q=${word}`,
    `/hva-stoppet-oss?q=${word}&reason=price`,
    `/dokumenter?q=${word}`,
    `/dokumenter?kind=requirements&q=${word}`,
    `/tema?q=${word}`,
    `/lagrede-sok/nytt?q=${word}`,
    `/api/v1/search?q=${word}`,
    `/api/v1/suggest?q=${word.slice(0, 8)}`,
    `/api/v1/suggest?q=${word}`,
  ]
  return ways
}

/** What differs from request to request, and the word itself, taken out. */
function alike(text: string, word: string): string {
  return text
    .replaceAll(word, 'ORD')
    .replaceAll(word.slice(0, 8), 'ORD')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/"(tookMs|milliseconds)":[\d.]+/g, '')
}

test.each(Object.entries(HIDDEN))(
  'a word that stands only in a hidden %s is answered as one that nobody has written, in texts and numbers',
  async (_, word) => {
    for (const who of STRANGERS) {
      const never = questions(UNWRITTEN)
      for (const [place, question] of questions(word).entries()) {
        const [hidden, unwritten] = [await site.ask(question, who), await site.ask(never[place] ?? '', who)]
        expect([question, who, hidden.status, alike(await hidden.text(), word)]).toEqual([
          question,
          who,
          unwritten.status,
          alike(await unwritten.text(), UNWRITTEN),
        ])
      }
    }
  },
  300_000,
)

test('lists, maps of the site, likenesses and exports do not tell of it either', async () => {
  const places = [
    ...['/', '/anskaffelser', '/dokumenter', '/hva-stoppet-oss', '/krav', '/losninger', '/kommuner/1804'],
    ...['/anskaffelser/case-016', '/tema/trygghetsalarm', '/sitemap.xml', '/sitemap-pages-1.xml'],
    ...['/api/v1/cases?limit=100', '/api/v1/cases/case-016/similar', '/api/v1/themes/trygghetsalarm'],
    ...['/varsler', '/lagrede-sok', '/mine-data/fil', '/virksomhet', '/redaksjon', '/redaksjon/logg/fil'],
  ]
  for (const who of STRANGERS)
    for (const place of places) {
      const text = await (await site.ask(place, who)).text()
      for (const word of Object.values(HIDDEN)) expect(text.includes(word), `${place} to ${who}`).toBe(false)
    }
}, 120_000)

test('what an organisation considers taking into use is in no list and no number of others', async () => {
  const lists = [
    '/spredning/case/case-016',
    '/spredning/case/case-016/fil',
    '/anskaffelser/case-016',
    '/mine-adopsjoner',
  ]
  for (const who of STRANGERS) {
    for (const list of lists)
      expect(
        (await (await site.ask(list, who)).text()).includes(site.records.adoption),
        `${list} to ${who}`,
      ).toBe(false)
    const key = who === 'nobody' ? null : await aToken(site.db, site.people[who])
    const sent = key ? { headers: { authorization: `Bearer ${key}` } } : {}
    const told = await site.ask('/api/v1/cases/case-016/adoptions', 'nobody', sent)
    expect(await told.json(), who).toMatchObject({ items: [] })
  }
  const key = await aToken(site.db, site.people.contributor)
  const headers = { authorization: `Bearer ${key}` }
  const own = await site.ask('/api/v1/cases/case-016/adoptions', 'nobody', { headers })
  expect(await own.text()).toContain(site.records.adoption)
})

test('their own find it where they look for it', async () => {
  for (const who of OWN) {
    const stops = await (await site.ask(`/hva-stoppet-oss?q=${HIDDEN.stop}`, who)).text()
    const documents = await (await site.ask(`/dokumenter?q=${HIDDEN.document}`, who)).text()
    expect(
      [stops.includes(`Uten ${HIDDEN.stop}`), documents.includes(`Krav til ${HIDDEN.document}`)],
      who,
    ).toEqual([true, true])
  }
  expect(await (await site.ask('/mine-utkast', 'contributor')).text()).toContain(HIDDEN.draft)
})

test('what is open to public employees is found by them, and by nobody else', async () => {
  const { db, people } = site
  const { organisation } = people.coordinator
  if (!organisation) throw new Error('The coordinator of the test acts for nobody')
  const word = 'zyrkonfelles'
  const audience = { visibility: 'public-employees', id: StopId.parse(newId()), organisation } as const
  await tellStop({ db, now }, people.coordinator, { ...HIDDEN_STOP, ...audience, title: `Om ${word}` })
  const sees = async (who: Who) =>
    (await (await site.ask(`/hva-stoppet-oss?q=${word}`, who)).text()).includes(`Om ${word}`)
  const seen = new Map<Who, boolean>()
  for (const who of [...STRANGERS, ...OWN]) seen.set(who, await sees(who))
  expect([...seen].filter(([, does]) => does).map(([who]) => who)).toEqual(['neighbour', ...OWN])
})
