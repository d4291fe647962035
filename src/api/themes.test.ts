import { expect, test } from 'vitest'
import type { z } from 'zod'
import { concepts, themes } from '#src/modules/vocabulary/index.ts'
import { SITE, seededApi } from '#src/testing/api-program.ts'
import { SearchAnswerBody } from './search-answer.ts'
import { ThemeDetails, ThemesAnswer } from './theme-answer.ts'

async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const { ask } = await seededApi()
  const answer = await ask(path)
  expect(answer.status, path).toBe(200)
  return schema.parse(await answer.json())
}

test('the themes of the first version are all there, with how much is about each', async () => {
  const { items, total } = await read('/themes?lang=nn', ThemesAnswer)
  expect(total).toBe(themes().length)
  expect(new Set(items.map(({ id }) => id))).toEqual(new Set(themes().map(({ id }) => id)))
  const alarms = items.find(({ id }) => id === 'trygghetsalarm')
  expect(alarms).toMatchObject({
    label: 'Tryggleiksalarm og responsteneste',
    broader: 'velferdsteknologi',
    narrower: [],
    url: `${SITE}/nn/tema/trygghetsalarm`,
    self: `${SITE}/api/v1/themes/trygghetsalarm`,
  })
  const given = await read('/search?theme=trygghetsalarm&type=case&limit=1', SearchAnswerBody)
  expect(alarms?.cases.all).toBeGreaterThanOrEqual(given.total)
  expect(alarms?.notices.all).toBe(1)
})

test.each([
  ['/themes', themes().length],
  ['/themes?level=concept', concepts().length],
])('%s is a tree in which one comes after the one above', async (path, many) => {
  const { items, total } = await read(path, ThemesAnswer)
  expect([items.length, total]).toEqual([many, many])
  const seen = new Set<string>()
  for (const { id, broader, cases, notices } of items) {
    expect(broader === null || seen.has(broader), `${id} after ${broader}`).toBe(true)
    for (const { own, all } of [cases, notices]) expect(own, id).toBeLessThanOrEqual(all)
    seen.add(id)
  }
})

test('one half of the tree can be had by itself', async () => {
  const half = await read('/themes?level=concept&branch=procurement', ThemesAnswer)
  expect(half.items.every(({ branch }) => branch === 'procurement')).toBe(true)
  expect(half.total).toBeLessThan(concepts().length / 2)
})

test('one theme has all its words, what is above, below and related', async () => {
  const found = await read('/themes/renovasjonsbil?lang=en', ThemeDetails)
  expect(found).toMatchObject({
    ...{ level: 'concept', label: 'Refuse truck', scope: null, branch: 'service-area' },
    broader: 'innsamling-av-avfall',
    allBroader: ['innsamling-av-avfall', 'kjoretoy'],
    names: { nb: { preferred: 'Renovasjonsbil', alternatives: expect.arrayContaining(['søppelbil']) } },
  })
  expect(found.cases.all).toBeGreaterThan(0)
  expect(await read('/themes/helse-og-velferd', ThemeDetails)).toMatchObject({
    ...{ level: 'theme', broader: null, allBroader: [] },
    scope: expect.stringContaining('Omsorg'),
    narrower: expect.arrayContaining(['velferdsteknologi']),
  })
  const { ask } = await seededApi()
  expect((await ask('/themes/finnes-ikke')).status).toBe(404)
})

test('a notice is counted for what its title names, and for all that is above it', async () => {
  const { items } = await read('/themes', ThemesAnswer)
  const notices = (id: string) => items.find((one) => one.id === id)?.notices
  expect(notices('trygghetsalarm')).toEqual({ own: 1, all: 1 })
  expect(notices('velferdsteknologi')).toEqual({ own: 0, all: 1 })
  expect(notices('helse-og-velferd')?.all).toBeGreaterThanOrEqual(1)
})

test.each([
  ['/themes.ttl', 'text/turtle; charset=utf-8'],
  ['/themes.jsonld', 'application/ld+json'],
])('%s names concepts by their pages, the same in whatever language it is asked for', async (path, type) => {
  const { ask } = await seededApi()
  const [one, other] = [await ask(path), await ask(`${path}?lang=en`)]
  expect(one.headers.get('content-type')).toBe(type)
  expect(one.headers.get('etag')).toBe(other.headers.get('etag'))
  const text = await one.text()
  expect(text).toBe(await other.text())
  expect(text).toContain(`${SITE}/tema/renovasjonsbil`)
  expect(text).not.toContain('/en/tema')
  for (const { id } of concepts()) expect(text, id).toContain(`${SITE}/tema/${id}`)
})
