import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import { type Fields, openPage, sendForm } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { demandScene } from '#src/testing/demand-scene.ts'
import { anAnswer, aSupplier } from '#src/testing/market.ts'
import * as demandPage from './routes/demand/page.tsx'
import * as logPage from './routes/levelling-log/page.tsx'
import * as answerPage from './routes/market-answer/page.tsx'
import * as dialoguePage from './routes/market-dialogue/page.tsx'

const now = () => new Date('2026-11-22T10:41:00Z')

test('what is said twice by two clicks stands once, and what is typed anew in the same form is kept', () =>
  withCatalogue(async (db) => {
    const { ingrid, demand, program, at } = await demandScene(db)
    const page = at(dialoguePage, '/dialog')
    const market = { status: 302, location: `/felles-behov/${demand.id}#markedet` }
    const said: string[] = []
    for (const who of [ingrid, await aSupplier(db, 'Matte AS')]) {
      const { message } = (await openPage(program, who, page)).data as { message: string }
      const send = (words: string, fields: Fields = [['message', message]]) =>
        sendForm(program, who, { ...page, form: [...fields, ['words', words]] })
      const words = `Hvor mange er det? spør ${who.name}`
      said.push(words)
      expect(await Promise.all([send(words), send(words)])).toMatchObject([market, market])
      expect(await send('Noe helt annet enn det')).toMatchObject({
        status: 409,
        data: {
          typed: { words: 'Noe helt annet enn det' },
          errors: { words: expect.stringContaining('alt sendt') },
        },
      })
      expect((await send(words, [])).status).toBe(400)
    }
    const { data } = await openPage(program, null, at(demandPage))
    const { messages } = (data as { market: { messages: readonly { words: string }[] } }).market
    expect(messages.map(({ words }) => words)).toEqual(said)
  }))

test('two clicks on what is decided, and on taking an answer back, lead where one does', () =>
  withCatalogue(async (db) => {
    const { ingrid, matter, program, at } = await demandScene(db)
    const supplier = await aSupplier(db, 'Matte AS')
    const answer = await anAnswer({ db, now }, supplier, { matter })
    const twice = async (who: Actor, asked: Parameters<typeof sendForm>[2]) => [
      (await sendForm(program, who, asked)).location,
      (await sendForm(program, who, asked)).location,
    ]
    const form: Fields = [
      ['answer', answer],
      ['decision', 'not-relevant'],
      ['reason', 'Det kjente alle til'],
      ['seen', '0'],
    ]
    const decided = expect.stringContaining('varsel=avgjort')
    expect(await twice(ingrid, { ...at(logPage, '/utjevningslogg'), form })).toEqual([decided, decided])
    const withdrawn = expect.stringContaining('varsel=trukket')
    const back: Fields = [['withdraw', answer]]
    expect(await twice(supplier, { ...at(answerPage, '/svar'), form: back })).toEqual([withdrawn, withdrawn])
  }))

test('what is wrong in an answer is told in the order of the fields', () =>
  withCatalogue(async (db) => {
    const { program, at } = await demandScene(db)
    const supplier = await aSupplier(db, 'Matte AS')
    const sent = await sendForm(program, supplier, { ...at(answerPage, '/svar'), form: [['link', 'x']] })
    const { errors } = sent.data as { errors: Readonly<Record<string, string>> }
    expect(Object.keys(errors)).toEqual(['kind', 'words', 'link', 'openness'])
  }))
