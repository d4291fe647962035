import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { openPage, visitOf } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { aRadarScene } from '#src/testing/radar.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import { radarAddress, readRadarAddress } from './present/radar-address.ts'
import * as calendarFile from './routes/radar/calendar.ts'
import * as feedFile from './routes/radar/feed.ts'
import * as radarPage from './routes/radar/page.tsx'

const now = () => new Date('2026-11-22T12:00:00Z')

type PageData = Awaited<ReturnType<typeof radarPage.loader>>

async function scene(db: Database) {
  await aRadarScene(db)
  const program = aWebProgram({ db, now })
  const tydal = await municipalityId(db, '5033')
  return {
    program,
    reader: await aPerson(db, { organisation: tydal, roles: ['reader'] }),
    selbu: await aPerson(db, { organisation: await municipalityId(db, '5032'), roles: ['coordinator'] }),
    open: async (path: string, actor: Parameters<typeof openPage>[1] = null) => {
      const { status, data } = await openPage(program, actor, { page: radarPage, path })
      return { status, data: data as PageData }
    },
  }
}

test('the neighbours who must buy the same are told in a sentence, with a way to a need', () =>
  withCatalogue(async (db) => {
    const { open } = await scene(db)
    const { status, data } = await open('/radar?kommune=5033')
    expect(status).toBe(200)
    const [first] = data.groups
    expect(first?.sentence).toBe('To kommuner rundt dere må også kjøpe dette i 2027.')
    expect(first?.rows).toMatchObject([
      { who: ['Tydal'], isOwn: true },
      {
        who: ['Selbu'],
        interest: '/behov/nytt?kunngjoring=bbbbbbbb-0000-4000-8000-000000000002-01&del=LOT-0001',
        certainties: ['Sluttdatoen står i kunngjøringen.', 'Kan forlenges til 31. mai 2029.'],
      },
      { who: ['Meråker'], interest: '/behov/nytt?kunngjoring=bbbbbbbb-0000-4000-8000-000000000006-01' },
    ])
    expect(data.counts).toEqual({ kinds: { 'contract-end': 3, planned: 1, need: 0 }, shared: 1 })
    const nynorsk = await open('/nn/radar?kommune=5033')
    expect(nynorsk.data.groups[0]?.sentence).toBe('To kommunar rundt dykk må òg kjøpe dette i 2027.')
    const english = await open('/en/radar?kommune=5033&krets=alle')
    expect(english.data.groups[0]?.sentence).toBe(
      'Three municipalities in the country must buy this too in 2027.',
    )
  }))

test('whoever is signed in sees their own municipality at once, and may look away from it', () =>
  withCatalogue(async (db) => {
    const { open, reader } = await scene(db)
    expect((await open('/radar', reader)).data.asked).toMatchObject({
      kommunenummer: '5033',
      circle: 'around',
    })
    expect((await open('/radar?kommune=', reader)).data.asked).toMatchObject({
      kommunenummer: null,
      circle: 'all',
    })
    expect((await open('/radar')).data.asked).toMatchObject({
      kommunenummer: null,
      circle: 'all',
      misfit: null,
    })
  }))

test('an address that is wrong or old leads to something, and says what was not understood', () =>
  withCatalogue(async (db) => {
    const { open } = await scene(db)
    const asked = async (query: string) => (await open(`/radar?${query}`)).data.asked
    expect(await asked('kommune=9999')).toMatchObject({ circle: 'all', misfit: 'unknownMunicipality' })
    expect(await asked('krets=rundt')).toMatchObject({ circle: 'all', misfit: 'choosePlace' })
    expect(await asked('kommune=1665')).toMatchObject({ kommunenummer: '5033', misfit: null })
    expect(
      await asked("kommune=5033&krets=<script>&tema=finnes-ikke&fra=2027-13&mnd=-1&side=0&visning=x&hva='"),
    ).toMatchObject({
      circle: 'around',
      theme: null,
      from: null,
      months: 24,
      page: 1,
      view: 'list',
      what: null,
    })
    expect((await open('/radar?kommune=5033&side=99')).data.page).toBe(1)
    expect((await open('/radar?kommune=5033&fra=2035-01')).data.total).toBe(1)
  }))

test('what is asked for stands in the address, and is read back the same', () =>
  withCatalogue(async (db) => {
    const register = await readRegister(db)
    const read = (url: string) =>
      readRadarAddress(new URL(url, 'https://spydspiss.example'), { register, home: null })
    for (const query of [
      'kommune=5033&krets=lik&tema=digitalisering&fra=2027-02&mnd=36&visning=hjul&hva=72500000&side=2',
      'fylke=50&krets=fylke&visning=tema',
      'krets=alle',
    ]) {
      const asked = read(`/radar?${query}`)
      expect(read(radarAddress('nn', asked)), query).toEqual(asked)
    }
  }))

test('the wheel and the list by theme hold the same as the list', () =>
  withCatalogue(async (db) => {
    const { open } = await scene(db)
    const { wheels } = (await open('/radar?kommune=5033&visning=hjul')).data
    const marks = wheels?.wheels.flatMap((wheel) => wheel.marks) ?? []
    expect(marks.map(({ month, count }) => [month, count])).toEqual([
      ['2027-05', 2],
      ['2027-06', 1],
    ])
    expect(wheels?.unsaid).toBe(1)
    const sums = wheels?.wheels.flatMap((wheel) => wheel.rows.map(({ sum }) => sum)) ?? []
    expect(sums).toHaveLength(24)
    expect(sums.reduce((all, one) => all + one, 0)).toBe(3)
    const { themes } = (await open('/radar?kommune=5033&visning=tema')).data
    expect(themes.map(({ name, count }) => [name, count])).toEqual([
      ['Digitalisering', 3],
      ['Samferdsel', 1],
    ])
    expect(themes[0]?.groups[0]).toMatchObject({ who: ['Tydal', 'Meråker', 'Selbu'], first: '2027-05-31' })
  }))

type Property = { readonly name: string; readonly value: string }

/** Reads a calendar as RFC 5545 says: folded lines are put together, and each has a name and a value. */
function readCalendar(text: string): readonly (readonly Property[])[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  const events: Property[][] = []
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
    if (line === 'BEGIN:VEVENT') events.push([])
    else events.at(-1)?.push({ name, value })
  }
  return events
}

async function fileOf(
  file: { readonly loader: unknown },
  visit: Parameters<typeof visitOf>[0],
  tag?: string,
) {
  const asked = visitOf(visit)
  if (tag) asked.request.headers.set('if-none-match', tag)
  const load = file.loader as (asked: ReturnType<typeof visitOf>) => Promise<Response>
  const answer = await load(asked)
  return { answer, text: await answer.text() }
}

test('a calendar gets a whole day for each end, with an id that stays, folded as it should be', () =>
  withCatalogue(async (db) => {
    const { program } = await scene(db)
    const visit = { program, actor: null, path: '/nn/radar.ics?kommune=5033' }
    const { answer, text } = await fileOf(calendarFile, visit)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
    expect(text.trimEnd().endsWith('END:VCALENDAR')).toBe(true)
    const octets = text.split('\r\n').map((line) => Buffer.byteLength(line))
    expect(Math.max(...octets)).toBeLessThanOrEqual(75)

    const events = readCalendar(text)
    const toldOf = (event: readonly Property[], wanted: string) =>
      event.find(({ name }) => name === wanted)?.value
    expect(events.map((event) => [toldOf(event, 'DTSTART'), toldOf(event, 'DTEND')])).toEqual([
      ['20270531', '20270601'],
      ['20270531', '20270601'],
      ['20270630', '20270701'],
    ])
    expect(new Set(events.map((event) => toldOf(event, 'UID'))).size).toBe(3)
    expect(toldOf(events[1] ?? [], 'DESCRIPTION')).toContain('Kan forlengjast til 31. mai 2029.')
    expect(toldOf(events[1] ?? [], 'SUMMARY')).toBe('Kontrakten går ut: Drift av IKT 2')
    expect(toldOf(events[1] ?? [], 'DTSTAMP')).toBe('20261122T120000Z')

    const tag = answer.headers.get('etag') ?? ''
    const later = aWebProgram({ db, now: () => new Date('2026-11-22T15:00:00Z') })
    expect((await fileOf(calendarFile, { ...visit, program: later }, tag)).answer.status).toBe(304)
  }))

type Entry = Record<'id' | 'title' | 'updated', string>

/** Reads a feed with a parser that takes nothing but well-formed XML. */
function readFeed(text: string): { readonly title: string; readonly entries: readonly Entry[] } {
  const parser = new SaxesParser()
  const own: Entry = { id: '', title: '', updated: '' }
  const entries: Entry[] = []
  let [at, inside] = ['', own]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    if (name === 'entry')
      inside = entries[entries.push({ ...own, id: '', title: '', updated: '' }) - 1] ?? own
    at = name
  })
  parser.on('text', (found) => {
    if (at === 'id' || at === 'title' || at === 'updated') inside[at] += found
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'entry') inside = own
    at = ''
  })
  parser.write(text).close()
  return { title: own.title, entries }
}

test('a feed tells everybody alike what has come, also whoever is signed in', () =>
  withCatalogue(async (db) => {
    const { program, selbu } = await scene(db)
    const own = { organisation: await municipalityId(db, '5032'), by: selbu.personId }
    await aNeed(db, { ...own, content: { title: 'Brann & redning <felles>' } })
    await aNeed(db, { ...own, content: { title: 'Bare for ansatte' }, audience: 'public-employees' })
    const path = '/radar.atom?kommune=5033'
    const { answer, text } = await fileOf(feedFile, { program, actor: selbu, path })
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=900')
    expect(text).not.toContain('Bare for ansatte')
    expect((await fileOf(feedFile, { program, actor: null, path })).text).toBe(text)

    const feed = readFeed(text)
    expect(feed.entries).toHaveLength(5)
    expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(5)
    expect(feed.entries.map(({ title }) => title)).toContain('Brann & redning <felles> (Meldt behov)')
    expect(feed.entries.every(({ updated }) => !Number.isNaN(Date.parse(updated)))).toBe(true)
    const updates = feed.entries.map(({ updated }) => updated)
    expect(updates).toEqual(updates.toSorted().toReversed())
    expect(feed.title).toBe(`Radaren: Tydal, ${messagesIn('nb').t('radar.circle.around')}`)
  }))
