import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import { closeDialogue } from '#src/modules/needs/index.ts'
import { openPage } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { demandScene } from '#src/testing/demand-scene.ts'
import { anAnswer, aSupplier, decided, IN_CONFIDENCE } from '#src/testing/market.ts'
import { pageText } from '#src/testing/page-text.ts'
import * as demandPage from './routes/demand/page.tsx'
import * as logPage from './routes/levelling-log/page.tsx'

const onDay = (day: string) => () => new Date(`2026-11-${day}T10:41:00Z`)

test('each line of the log says for whom it was decided and when, and the newest stands first', () =>
  withCatalogue(async (db) => {
    const { ingrid, member, matter, program, at } = await demandScene(db)
    const [open, hidden] = [await aSupplier(db, 'Matte AS'), await aSupplier(db, 'Radar AS')]
    const answer = await anAnswer({ db, now: onDay('20') }, open, { matter })
    const secret = await anAnswer({ db, now: onDay('20') }, hidden, { matter, typed: IN_CONFIDENCE })
    const typed = { decision: 'not-relevant', reason: 'Det kjente alle til', summary: '' }
    await decided({ db, now: onDay('21') }, ingrid, { matter, answer, typed })
    await decided({ db, now: onDay('22') }, member, { matter, answer, typed: { seen: '1' } })
    await decided({ db, now: onDay('23') }, member, { matter, answer: secret, typed })
    const linesFor = async (reader: Actor | null, language = '') => {
      const asked = at(logPage, '/utjevningslogg', language)
      const { data } = await openPage(program, reader, asked)
      const text = pageText({ page: logPage, path: asked.path, data })
      return text.match(/(Med i oppsummering(en|a)|Ikkj?e relevant) Avgjort av .*? 2026/g)
    }
    const ofOpen = [
      'Med i oppsummeringen Avgjort av Bodø kommune 22. november 2026',
      'Ikke relevant Avgjort av Røyrvik kommune 21. november 2026',
    ]
    for (const reader of [null, open, hidden]) expect(await linesFor(reader)).toEqual(ofOpen)
    const ofSecret = 'Ikke relevant Avgjort av Bodø kommune 23. november 2026'
    expect(await linesFor(ingrid)).toEqual([...ofOpen, ofSecret])
    expect(await linesFor(null, '/nn')).toEqual([
      'Med i oppsummeringa Avgjort av Bodø kommune 22. november 2026',
      'Ikkje relevant Avgjort av Røyrvik kommune 21. november 2026',
    ])
  }))

test('a supplier is shown the way to answer, then to its answer, also when no more are taken', () =>
  withCatalogue(async (db) => {
    const { ingrid, matter, demand, program, at } = await demandScene(db)
    const context = { db, now: onDay('22') }
    const [supplier, other] = [await aSupplier(db, 'Matte AS'), await aSupplier(db, 'Radar AS')]
    const offered = async (reader: Actor | null) => {
      const { data } = await openPage(program, reader, at(demandPage))
      const text = pageText({ page: demandPage, path: at(demandPage).path, data })
      const ways = ['Svar på behovet', 'Se svaret dere har gitt', 'Still et spørsmål', 'Dere må logge inn']
      return ways.filter((way) => text.includes(way))
    }
    expect(await offered(null)).toEqual(['Svar på behovet', 'Dere må logge inn'])
    expect(await offered(supplier)).toEqual(['Svar på behovet', 'Still et spørsmål'])
    await anAnswer(context, supplier, { matter })
    expect(await offered(supplier)).toEqual(['Se svaret dere har gitt', 'Still et spørsmål'])
    await closeDialogue(context, ingrid, demand.id)
    expect(await offered(supplier)).toEqual(['Se svaret dere har gitt'])
    expect(await offered(other)).toEqual([])
  }))
